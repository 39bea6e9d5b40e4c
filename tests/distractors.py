#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Distractors: tests/distractors.tsv, sentences with numbers that are no facts.

Each stands in the results part of a small report, with a sentence whose fact must come out (so that a report that is not
read at all does not pass). At most one sentence in 200 may give a fact that is none; the facts of mixed rows must come.
Usage: distractors.py BINARY
"""
import json
import subprocess
import sys
from pathlib import Path

ROWS = Path(__file__).resolve().parent / "distractors.tsv"
ALLOWED = 200  # one row in so many
FRAME = """SỞ CÔNG THƯƠNG
BÁO CÁO
Kết quả thực hiện nhiệm vụ năm 2023

I. KẾT QUẢ THỰC HIỆN
Công tác chỉ đạo, điều hành được thực hiện kịp thời, sát thực tế.
{}
Thu hút vốn đầu tư đạt 7.654 tỷ đồng.
"""
CONTROL = "level 7654 tỷ đồng"


def facts_of(result):
    out = []
    for m in [*result["metrics"], *(g for g in result["goals"] if g["kind"] == "target")]:
        if m["value"] is not None:
            out.append(f"level {m['value']} {m['unit'] or ''}".strip())
        out += [f"{c['kind']} {c['value']} {c['unit'] or ''}".strip() for c in m["comparisons"]]
    return out


def main():
    binary = sys.argv[1]
    passed, wrong, missed = 0, [], []
    lines = [line for line in ROWS.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    assert lines[0] == "text\tfacts\twhy", lines[0]
    for line in lines[1:]:
        text, facts, why = line.split("\t")
        assert text and why, line
        raw = subprocess.run([binary, "extract", "-"], input=FRAME.format(text).encode(), capture_output=True, check=True)
        got = facts_of(json.loads(raw.stdout))
        wanted = [f for f in facts.split("; ") if f] + [CONTROL]
        left, lost = list(got), []
        for f in wanted:
            if f.replace("? ", " ") in left:
                left.remove(f.replace("? ", " "))
            elif "? " not in f:
                lost.append(f)
        if left:
            wrong.append(f"{text}: {'; '.join(left)} ({why})")
        if lost:
            missed.append(f"{text}: {'; '.join(lost)} is missing, got {'; '.join(got)} ({why})")
        passed += not left and not lost
    for w in wrong:
        print("no fact    " + w)
    for m in missed:
        print("FAILED     " + m)
    rows = len(lines) - 1
    failed = len(missed) + max(0, len(wrong) - rows // ALLOWED)
    print(f"distractors: {len(wrong)} of {rows} rows gave what is no fact")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
