#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tables: tests/tables.txt, each with every fact that is to be read from it.

A case: "=== name", "why: ..." and perhaps "title: ..." (of the report), "issued: DATE", "type: html", "whole: yes" (no
report around it); then the text after a line "---" (an arrow stands for a tab) and the facts after a second one:

    [target|estimate|forecast] NAME {BREAKDOWN} [CODE] = VALUE UNIT @ PERIOD; change VALUE UNIT < BASELINE; plan VALUE %

NAME may be "a ~ b": either. A value "-": comparisons alone. Periods: R the report's (9 tháng 2023), P the same a year
before, Y 2023; 2022, 2022-09, 2023-01..09, 2016..2020, ..2023-09-30. All of it must be so, and nothing else be read.
A case whose name is listed in tables_gaps.txt is known to fail; one that no longer does must leave the list.
Usage: tables.py BINARY [NAME ...]
"""
import json
import re
import subprocess
import sys
from calendar import monthrange
from pathlib import Path

HERE = Path(__file__).resolve().parent
FRAME = """SỞ KẾ HOẠCH VÀ ĐẦU TƯ
BÁO CÁO
{title}

I. KẾT QUẢ THỰC HIỆN
Công tác chỉ đạo, điều hành được thực hiện kịp thời, sát thực tế.
{text}

II. ĐÁNH GIÁ CHUNG
Công tác tuyên truyền được duy trì thường xuyên.
"""
LETTERS = {"R": "2023-01-01/2023-09-30", "P": "2022-01-01/2022-09-30", "Y": "2023-01-01/2023-12-31", "null": None}


def period(s):
    if s in LETTERS:
        return LETTERS[s]
    if m := re.fullmatch(r"(\d{4})", s):
        return f"{s}-01-01/{s}-12-31"
    if m := re.fullmatch(r"(\d{4})\.\.(\d{4})", s):
        return f"{m[1]}-01-01/{m[2]}-12-31"
    if m := re.fullmatch(r"(\d{4})-(\d\d)(?:\.\.(\d\d))?", s):
        last = m[3] or m[2]
        return f"{m[1]}-{m[2]}-01/{m[1]}-{last}-{monthrange(int(m[1]), int(last))[1]}"
    if m := re.fullmatch(r"(\d{4})-(\d\d)\.\.(\d{4})-(\d\d)", s):
        return f"{m[1]}-{m[2]}-01/{m[3]}-{m[4]}-{monthrange(int(m[3]), int(m[4]))[1]}"
    assert s.startswith("..") and len(s) == 12, s
    return f"../{s[2:]}"


def number(v):
    return None if v is None else format(v, ".10g")


def amount(value, most, total):
    return number(value) + (f"..{number(most)}" if most is not None else "") + \
        (f"/{number(total)}" if total is not None else "")


def wanted(line):
    """The line as a fact: (names, the rest in one form)."""
    m = re.fullmatch(r"(?:(target|estimate|forecast) )?(.+?)(?: \{(.+?)\})?(?: \[(\w+)\])? = (.+)", line)
    assert m, line
    head, *more = m[5].split("; ")
    level, when = head.split(" @ ")
    value, _, unit = level.partition(" ")
    bound = "exact"
    if value in ("over", "under", "at_least", "at_most", "about"):
        bound, (value, _, unit) = value, unit.partition(" ")
    comparisons = []
    for c in more:
        kind, rest = c.split(" ", 1)
        rest, _, own = rest.partition(" @ ")
        rest, _, baseline = rest.partition(" < ")
        v, _, u = rest.partition(" ")
        comparisons.append((kind, v, u, period(baseline) if baseline else None, period(own) if own else None))
    return ([n.lower() for n in m[2].split(" ~ ")],
            (m[1] or "actual", m[3], m[4], None if value == "-" else value, "" if value == "-" else unit, bound,
             period(when), tuple(sorted(comparisons, key=str))))


def found(m):
    comparisons = tuple(sorted(((c["kind"], number(c["value"]), c["unit"] or "", c.get("baseline"), c.get("period"))
                                for c in m["comparisons"]), key=str))
    level = m["value"] is not None
    return ((m["indicator"] or "").lower(),
            (m["status"], m.get("breakdown"), m["code"],
             amount(m["value"], m.get("value_max"), m.get("total")) if level else None,
             (m["unit"] or "") if level else "", m["bound"] if level else "exact", m["period"], comparisons))


def check(case, binary):
    text = case["text"] if case.get("whole") else FRAME.format(title=case["title"], text=case["text"])
    raw = subprocess.run([binary, "extract", "--issued", case["issued"], "--type", case["type"], "-"],
                         input=text.encode(), capture_output=True, check=True)
    result = json.loads(raw.stdout)
    got = [found(m) for m in [*result["metrics"], *(g for g in result["goals"] if g["kind"] == "target")]]
    bad = []
    for line in case["facts"]:
        names, rest = wanted(line)
        hit = next((g for g in got if g[0] in names and g[1] == rest), None)
        if hit:
            got.remove(hit)
        else:
            bad.append(f"not found  {line}\n                      {names} {rest}")
    return bad + [f"made up    {g[0]} {g[1]}" for g in got]


def cases():
    for part in (HERE / "tables.txt").read_text(encoding="utf-8").split("\n=== ")[1:]:
        head, text, facts = re.split(r"\n---(?:\n|$)", part, maxsplit=2)
        name, *options = head.split("\n")
        case = {"name": name, "title": "Kết quả thực hiện nhiệm vụ 9 tháng đầu năm 2023", "issued": "2023-10-05",
                "type": "text", "text": text.replace("→", "\t"),
                "facts": [x for x in facts.split("\n") if x and not x.startswith("#")]}
        case.update(o.split(": ", 1) for o in options)
        assert case["why"], name
        yield case


def main():
    binary, only = sys.argv[1], sys.argv[2:]
    listed = HERE / "tables_gaps.txt"
    known = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
    passed = failed = gaps = facts = 0
    for case in cases():
        if only and case["name"] not in only:
            continue
        bad = check(case, binary)
        facts += len(case["facts"])
        if bad and case["name"] in known:
            gaps += 1
            print(f"known gap  {case['name']}: {len(bad)} differences")
        elif bad:
            failed += 1
            print(f"FAILED     {case['name']} ({case['why']})")
            print("\n".join(f"           {b}" for b in bad))
        elif case["name"] in known:
            failed += 1
            print(f"FAILED     mended, take it off tables_gaps.txt: {case['name']}")
        else:
            passed += 1
    print(f"tables: {facts} facts, {gaps} known gaps")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
