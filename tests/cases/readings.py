#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How figures and times are read: numbers.tsv and periods.tsv, one document a row (text, facts, why).

A text may begin with "[issued 2023-10-15] ", else it is of that day; \\n in it is a line end. Facts are separated by "; ",
each: role value unit, then what else is to be checked:

    level 5.7 nghìn tỷ đồng =5700000000000 ~over !estimate @2023-01-01/2023-12-31
    change -4.2 % <2022-01-01/2022-12-31

role: level, change, plan, share of what was reached; target, and "aim change" and the like, of what is aimed at. A value
may be 8..10 (a range) or 15/17 (part of a whole). =base value, @period, <baseline: checked where they are given; ~bound
and !status: exact and actual (of targets: target) where they are not. "time 2023-09-20/2023-09-20" asks for the reading
of a time by itself, "warn CODE" for a warning; each warning must be told.
A row whose failure is listed in readings_gaps.txt (text<tab>got) is counted apart; a mended one must leave the list.
Usage: readings.py READINGS
"""
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
TABLES = ["numbers.tsv", "periods.tsv"]
ISSUED = "[issued 2023-10-15] "
WARNINGS = {"ambiguous_number", "impossible_period"}


def parse(item):
    """A fact as the table writes it, as a dict of what is to be compared."""
    words = item.split(" ")
    if words[0] in ("warn", "time"):
        return {words[0]: words[1]}
    aim = words[0] in ("aim", "target")
    if words[0] == "aim":
        words = words[1:]
    fact = {"class": "goal" if aim else "metric", "role": "level" if words[0] == "target" else words[0], "value_max": None,
            "total": None, "bound": "exact", "status": "target" if aim else "actual"}
    value, _, total = words[1].partition("/")
    value, _, high = value.partition("..")
    fact["value"] = Decimal(value)
    fact["value_max"] = Decimal(high) if high else None
    fact["total"] = Decimal(total) if total else None
    names = {"=": "base", "~": "bound", "!": "status", "@": "period", "<": "baseline"}
    fact["unit"] = " ".join(w for w in words[2:] if w[0] not in names)
    for w in words[2:]:
        if w[0] in names:
            fact[names[w[0]]] = Decimal(w[1:]) if w[0] == "=" else None if w[1:] == "null" else w[1:]
    return fact


def show(got):
    """All facts and warnings, as the table writes them."""
    out = []
    for f in got["facts"]:
        role = "target" if f["class"] == "goal" and f["role"] == "level" else f["role"]
        text = ("aim " if f["class"] == "goal" and role != "target" else "") + f"{role} {f['value']}"
        text += f"..{f['value_max']}" if "value_max" in f else ""
        text += f"/{f['total']}" if "total" in f else ""
        text += f" {f['unit']}" if f["unit"] else ""
        text += f" ={f['base']}" if "base" in f else ""
        text += f" ~{f['bound']}" if f["bound"] != "exact" else ""
        text += f" !{f['status']}" if f["status"] != ("target" if f["class"] == "goal" else "actual") else ""
        text += f" @{f['period'] or 'null'}"
        text += f" <{f['baseline'] or 'null'}" if f["role"] == "change" else ""
        out.append(text)
    return "; ".join(out + [f"warn {w['code']}" for w in got["warnings"] if w["code"] in WARNINGS])


def right(wanted, got):
    left = got["facts"] + [{"warn": w["code"]} for w in got["warnings"] if w["code"] in WARNINGS]
    times = [t["period"] for t in got["times"]]
    for want in wanted:
        if "time" in want:
            if want["time"] not in times:
                return False
            continue
        hit = next((g for g in left if all(g.get(name) == value for name, value in want.items())), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def rows():
    for table in TABLES:
        lines = [x for x in (HERE / table).read_text(encoding="utf-8").split("\n") if x and not x.startswith("#")]
        assert lines[0] == "text\tfacts\twhy", table
        for line in lines[1:]:
            text, facts, why = line.split("\t")
            assert text and why, line
            yield table, text, facts, why


def main():
    cases = list(rows())
    texts = [t for _, t, _, _ in cases]
    assert len(set(texts)) == len(texts), "a row twice: " + next(t for t in texts if texts.count(t) > 1)
    feed = "".join((t if t.startswith("[issued ") else ISSUED + t) + "\n" for t in texts)
    out = subprocess.run([sys.argv[1]], input=feed.encode(), capture_output=True, check=True).stdout.decode()
    answers = [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in out.splitlines()]
    assert len(answers) == len(cases)
    listed = HERE / "readings_gaps.txt"
    known = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
    passed = failed = gaps = 0
    for (table, text, facts, why), got in zip(cases, answers):
        line = f"{text}\t{show(got)}"
        if right([parse(f) for f in facts.split("; ") if f], got):
            passed += 1
        elif line in known:
            known.remove(line)
            gaps += 1
            print(f"known gap  {text}: {show(got)}")
        else:
            failed += 1
            print(f"FAILED     {table}: {text}\n    wanted  {facts or 'nothing'}\n    got     {show(got) or 'nothing'}\n    ({why})")
    for line in known:
        failed += 1
        print(f"FAILED     reads otherwise now, take it off readings_gaps.txt: {line}")
    print(f"readings: {len(cases)} rows, {gaps} known gaps")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
