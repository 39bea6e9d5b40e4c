#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Damaged texts: tests/noise.tsv, with the facts and passages that are still to be read from each.

A row listed in noise_gaps.txt (its text) is known to fail; one that no longer does must leave the list.
Usage: noise.py BINARY [--show]
"""
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
CODES = {line.split("\t")[0] for line in (HERE.parent / "extract/lexicon/indicators.tsv").read_text(encoding="utf-8").split("\n")}
FRAME = """SỞ CÔNG THƯƠNG
BÁO CÁO
Kết quả thực hiện nhiệm vụ năm 2023

I. KẾT QUẢ THỰC HIỆN
Công tác chỉ đạo, điều hành được thực hiện kịp thời, sát thực tế.
{}
Công tác tuyên truyền được duy trì thường xuyên.
"""
ROLES = ("level", "change", "plan", "share")


def fold(s):
    s = unicodedata.normalize("NFD", s.lower().replace("đ", "d"))
    s = "".join(c for c in s if not unicodedata.combining(c)).replace("y", "i")
    return re.sub(r"\s+", "", s)  # a torn unit is given back torn


def read(result):
    """Facts as (role, value/total, unit, code), passages as (label, text)."""
    facts, passages = [], []
    for m in [*result["metrics"], *(g for g in result["goals"] if g["kind"] == "target")]:
        if m["value"] is not None:
            total = f"/{m['total']}" if m.get("total") is not None else ""
            facts.append(("level", f"{m['value']}{total}", fold(m["unit"] or ""), m["code"]))
        facts += [(c["kind"], str(c["value"]), fold(c["unit"] or ""), m["code"]) for c in m["comparisons"]]
    for label, items in (("shortcoming", result["shortcomings"]), ("cause", result["causes"]),
                         ("task", [g for g in result["goals"] if g["kind"] == "task"])):
        passages += [(label, p["text"]) for p in items]
    return facts, passages


def faults(text, wanted, binary):
    source = text[1:] if text.startswith("@") else FRAME.format(text)
    raw = subprocess.run([binary, "extract", "-"], input=source.encode(), capture_output=True, check=True)
    facts, passages = read(json.loads(raw.stdout))
    bad = []
    for want in (w for w in wanted.split("; ") if w):
        role, rest = want.split(" ", 1)
        if role in ROLES:
            words = rest.split()
            code = words.pop() if words[-1] in CODES else None
            hit = next((f for f in facts if f[0] == role and f[1] == words[0] and f[2] == fold(" ".join(words[1:])) and
                        (code is None or f[3] == code)), None)
            (facts.remove(hit) if hit else bad.append(f"{want}: not found"))
        else:
            hit = next((p for p in passages if p[0] == role and p[1].startswith(rest)), None)
            (passages.remove(hit) if hit else bad.append(f"{want}: not found"))
    bad += ["made up: " + " ".join(str(x) for x in f) for f in facts]
    bad += [f"made up: {label} {p}" for label, p in passages]
    return bad


def main():
    binary = sys.argv[1]
    listed = HERE / "noise_gaps.txt"
    known = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
    lines = [x for x in (HERE / "noise.tsv").read_text(encoding="utf-8").split("\n") if x and not x.startswith("#")]
    assert lines[0] == "text\twanted\twhy", lines[0]
    passed = failed = gaps = 0
    for line in lines[1:]:
        text, wanted, why = line.split("\t")
        bad = faults(text.replace("\\n", "\n"), wanted, binary)
        if bad and text in known:
            gaps += 1
            print(f"known gap  {text}: {', '.join(bad)}")
        elif bad:
            failed += 1
            print(f"FAILED     {text}: {', '.join(bad)} ({why})")
        elif text in known:
            failed += 1
            print(f"FAILED     mended, take it off noise_gaps.txt: {text}")
        else:
            passed += 1
    print(f"noise: {gaps} known gaps")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
