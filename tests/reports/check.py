#!/usr/bin/env python3
"""Annotated reports written for this project, in the format of a golden report's expected.json: learn/ is what the
weights were learned from (beside the corpus of ../shared, where it was), held/ is kept apart from learning and measures
what the engine does with reports that it was not made from. The measure is strict: a figure is right when class, role,
value, unit, name or code, period, bound, status and link all are (tests/golden/run.py).
Usage: check.py BINARY
"""
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "golden"))
from run import compare_facts  # noqa: E402

FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


def main():
    binary = sys.argv[1]
    passed = failed = 0
    for folder, floor in FLOORS.items():
        right = wrong = 0
        golds = sorted((HERE / folder).glob("*.gold.json"))
        assert golds, folder
        for gold in golds:
            source = gold.with_name(gold.name.replace(".gold.json", ".txt"))
            got = json.loads(subprocess.run([binary, "extract", "--include", "text", str(source)], capture_output=True,
                                            check=True).stdout)
            ok, bad = compare_facts(json.loads(gold.read_text(encoding="utf-8")), got, gold.name)
            right += ok
            wrong += len(bad)
        share = right / (right + wrong)
        good = share >= floor
        passed += good
        failed += not good
        print(f"{'ok    ' if good else 'FAILED'} {folder}: {len(golds)} reports, {right} figures right in everything, "
              f"{wrong} not; {share:.3f} (floor {floor})")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
