#!/usr/bin/env python3
"""Checks the data files of extract/lexicon/: columns, tags, values, blanks, duplicates under folding.

Each fault is a line file:line: what; exit status 1. Closing line: N passed, N failed (files).
"""
import re
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEXICON = ROOT / "extract" / "lexicon"
HEADERS = {
    "units": ["phrase", "kind", "base", "factor"],
    "counters": ["phrase"],
    "spelling": ["phrase"],
    "words": ["phrase"],
    "districts": ["old_code", "districts"],
    "indicators": ["code", "name_vi", "name_en", "aliases", "hints"],
    "provinces": ["old_code", "old_name", "new_code", "new_name", "aliases"],
    "weights": ["decision", "say", "a", "b", "weight"],
}
KINDS = {"money", "percent", "point", "times", "step", "measure", "score"}
TAGGED = ["tag", "phrase", "value"]
TONES = "\u0300\u0301\u0303\u0309\u0323"


def fold(phrase):
    """The engine's matching key: lower case, the tone at the syllable's end, final y as i behind one consonant."""
    out = []
    for word in unicodedata.normalize("NFD", phrase.lower()).split():
        tone = "".join(c for c in word if c in TONES)
        bare = "".join(c for c in word if c not in TONES)
        bare = re.sub(r"^([^aeiouy]{1,2}|qu)y$", r"\1i", bare)
        out.append(bare + tone)
    return " ".join(out)


def tags():
    """Tag name -> what its value column may hold, from the X-macro of lexicon.h."""
    text = (ROOT / "extract" / "lexicon.h").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S).replace("\\\n", " ")
    found = {}
    for m in re.finditer(r'X\(BC_TAG_\w+,\s*"(\w+)",\s*((?:"[^"]*"\s*)+)\)', text):
        found[m.group(1)] = "".join(re.findall(r'"([^"]*)"', m.group(2)))
    return found


def check(path, known, faults):
    name = path.stem
    header = HEADERS.get(name, TAGGED)
    seen, codes, headed = {}, set(), False
    for n, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        fault = lambda what, n=n: faults.append(f"{path.relative_to(ROOT)}:{n}: {what}")  # noqa: E731
        if not line or line.startswith("#"):
            continue
        columns = line.split("\t")
        if not headed:
            headed = True
            if columns != header:
                fault(f"columns are {columns}, not {header}")
            continue
        if len(columns) != len(header):
            fault(f"{len(columns)} columns, not {len(header)}")
            continue
        for c in columns:
            if c != c.strip() or "  " in c:
                fault(f"stray blank in {c!r}")
            if c != unicodedata.normalize("NFC", c):
                fault(f"not NFC: {c!r}")
        row = dict(zip(header, columns))
        phrase, owner = row.get("phrase"), row.get("tag", name)
        if name == "weights":  # learned, no phrases
            if not re.fullmatch(r"\d+ \d+ -?\d+(\.\d+)?", " ".join(columns[2:])):
                fault(f"no numbers in {columns[2:]}")
            key = tuple(columns[:4])
            if key in seen:
                fault(f"{key} stands in line {seen[key]} already")
            seen[key] = n
            continue
        if name == "units" and row["kind"] not in KINDS:
            fault(f"unknown kind {row['kind']!r}")
        if name == "units" and not re.fullmatch(r"\d+(\.\d+)?", row["factor"]):
            fault(f"factor {row['factor']!r} is no number")
        if header is TAGGED:
            values = known.get(row["tag"])
            if values is None:
                fault(f"unknown tag {row['tag']!r}")
            elif values == "#" and not re.fullmatch(r"\d*", row["value"]):
                fault(f"value {row['value']!r} is no number")
            elif values == "" and row["value"]:
                fault(f"the tag {row['tag']} takes no value")
            elif values not in ("", "#") and row["value"] not in values.split():
                fault(f"value {row['value']!r} is none of: {values}")
        if name == "districts":
            own = row["districts"].split("; ")
            if not re.fullmatch(r"\d\d", row["old_code"]):
                fault(f"code {row['old_code']!r}")
        elif name in ("indicators", "provinces"):
            code = columns[0]
            if code in codes:
                fault(f"code {code} twice")
            codes.add(code)
            own = [row.get("name_vi") or row.get("old_name")] + [a for a in row["aliases"].split("; ") if a]
            if name == "indicators" and not re.fullmatch(r"[a-z0-9_]+", code):
                fault(f"code {code!r} is not snake_case")
        else:
            own = [phrase]
        for p in own:
            if not p:
                fault("an empty phrase")
                continue
            key = (owner, fold(p))
            if key in seen:
                fault(f"{p!r} stands in line {seen[key]} already")
            seen[key] = n
    return headed


def main():
    known, faults, files = tags(), [], sorted(LEXICON.glob("*.tsv"))
    bad = set()
    for path in files:
        before = len(faults)
        if not check(path, known, faults):
            faults.append(f"{path.relative_to(ROOT)}: no header")
        if len(faults) > before:
            bad.add(path)
    print("\n".join(faults))
    print(f"{len(files) - len(bad)} passed, {len(bad)} failed")
    return 1 if bad or not files or not known else 0


if __name__ == "__main__":
    sys.exit(main())
