#!/usr/bin/env python3
"""Golden cases: tests/golden/NAME/{input.txt|input.html, expected.json, why.md}.

expected.json lists what a careful reader finds: facts (q: the number as it stands in the text, in its `at`; class, role,
value, unit, ind, period, of), passages (label, first and last words), document. The runner compares all of it with what
`baocao extract` gives, and refuses facts that are not listed. Failures that a case's known_gaps.txt lists are counted
apart; one that no longer fails must leave the list.
Usage: run.py BINARY [NAME ...]
"""
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def as_list(v):
    return v if isinstance(v, list) else [v]


def facts_of(result):
    out = []
    for cls, items in (("metric", result["metrics"]), ("goal", [g for g in result["goals"] if g["kind"] == "target"])):
        for m in items:
            if m["value"] is not None:
                out.append({**m, "cls": cls, "role": "level", "parent": None})
            for c in m["comparisons"]:
                out.append({**m, "status": m["status"], "value_max": None, **c, "cls": cls, "role": c["kind"],
                            "parent": m["value"], "period": c.get("period") or m["period"]})
    return out


def same(a, b):
    return a is not None and b is not None and abs(a - b) < 1e-9 * max(1, abs(a), abs(b))


def check_fact(want, got, by):
    bad = []
    for name in ("cls", "role"):
        if got[name] != want[name]:
            bad.append(f"{name} {got[name]}")
    if not same(got["value"], want["value"]):
        bad.append(f"value {got['value']}")
    if want.get("unit") and (got["unit"] or "").lower() not in [u.lower() for u in as_list(want["unit"])]:
        bad.append(f"unit {got['unit']}")
    if want.get("code") and got["code"] != want["code"]:
        bad.append(f"code {got['code']}")
    if want.get("ind") and not want.get("code"):
        if (got["indicator"] or "").lower() not in [i.lower() for i in as_list(want["ind"])]:
            bad.append(f"indicator {got['indicator']}")
    for name in ("period", "baseline"):
        if name in want and got.get(name) not in as_list(want[name]):
            bad.append(f"{name} {got.get(name)}")
    for name in ("bound", "status"):
        if got[name] != want.get(name, "exact" if name == "bound" else "actual"):
            bad.append(f"{name} {got[name]}")
    for name in ("total", "value_max"):
        if want.get(name) is not None and not same(got.get(name), want[name]):
            bad.append(f"{name} {got.get(name)}")
    if want["role"] != "level":
        parent = by[want["of"]]["value"] if want.get("of") else None
        if not (same(got["parent"], parent) or (parent is None and got["parent"] is None)):
            bad.append(f"of {got['parent']}")
    return bad


def compare_facts(want, got, name):
    """(facts right in everything, failure lines)"""
    text = got["document"]["text"]
    passed, failed, used = 0, [], set()
    facts = facts_of(got)
    by = {f["id"]: f for f in want["facts"]}
    free = []
    for f in want["facts"]:
        assert text.count(f["at"]) == 1 and f["at"].count(f["q"]) == 1, f"{name}: {f['id']} stands not once"
        start = text.index(f["at"]) + f["at"].index(f["q"])
        digits = [i for i in range(start, start + len(f["q"])) if text[i].isdigit()]
        lo, hi = (digits[0], digits[-1] + 1) if digits else (start, start + len(f["q"]))
        if f.get("optional"):
            free.append((lo, hi))
            continue
        found = [i for i, g in enumerate(facts) if i not in used and g["span"][0] < hi and g["span"][1] > lo]
        if not found:
            failed.append(f"{f['id']} {f['q']!r}: not found")
            continue
        best = min(found, key=lambda i: len(check_fact(f, facts[i], by)))
        used.add(best)
        bad = check_fact(f, facts[best], by)
        if bad:
            failed.append(f"{f['id']} {f['q']!r}: " + ", ".join(bad))
        else:
            passed += 1
    for i, g in enumerate(facts):
        if i not in used and not any(g["span"][0] < hi and g["span"][1] > lo for lo, hi in free):
            failed.append(f"made up: {g['cls']} {g['role']} {g['value']} {g['unit']}")
    return passed, failed


def run_case(binary, folder):
    """(checks passed, failure lines)"""
    source = next(p for p in (folder / "input.txt", folder / "input.html") if p.exists())
    want = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    kind = "html" if source.suffix == ".html" else "text"
    raw = subprocess.run([binary, "extract", "--include", "text", "--type", kind, str(source)], capture_output=True, check=True).stdout
    got = json.loads(raw)
    passed, failed = compare_facts(want, got, folder.name)
    passages = ([("shortcoming", p) for p in got["shortcomings"]] + [("cause", p) for p in got["causes"]] +
                [("task", p) for p in got["goals"] if p["kind"] == "task"])
    left = list(passages)
    for p in want.get("passages", []):
        hit = [x for x in left if x[0] == p["label"] and x[1]["text"].startswith(p["from"]) and
               x[1]["text"].endswith(p["to"])]
        if hit:
            left.remove(hit[0])
            if p.get("kind") and hit[0][1]["kind"] != p["kind"]:
                failed.append(f"{p['label']} {p['from']!r}: kind {hit[0][1]['kind']}")
            else:
                passed += 1
        elif not p.get("optional"):
            failed.append(f"{p['label']} {p['from']!r}: not found")
    for label, p in left:
        failed.append(f"made up: {label} {p['text'][:50]!r}")
    for name, value in want.get("document", {}).items():
        have = got["document"][name]
        have = have["code"] if isinstance(have, dict) else have
        if have in as_list(value):
            passed += 1
        else:
            failed.append(f"document {name}: {have!r}")
    return passed, failed


def main():
    binary, names = sys.argv[1], sys.argv[2:]
    passed = failed = gaps = 0
    for folder in sorted(p for p in HERE.iterdir() if (p / "expected.json").exists()):
        if names and folder.name not in names:
            continue
        ok, bad = run_case(binary, folder)
        listed = folder / "known_gaps.txt"
        known = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
        passed += ok
        for line in bad:
            if line in known:
                gaps += 1
                print(f"known gap  {folder.name}: {line}")
            else:
                failed += 1
                print(f"FAILED     {folder.name}: {line}")
        for line in known:
            if line not in bad:
                failed += 1
                print(f"FAILED     {folder.name}: mended, take it off known_gaps.txt: {line}")
    print(f"golden: {gaps} known gaps")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
