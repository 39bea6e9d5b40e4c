#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Metamorphic checks: what does not matter must not matter.

Every golden report (tests/golden/*/input.txt) is changed in ways that leave its meaning alone: the order of sibling
bullets, spacing, kinds of dashes, placement of tone marks, i and y, NFD, blank lines, line ends, and a little OCR damage.
Both texts go through `baocao extract`; of the facts of either at least FLOOR must be in the other, each with its class,
role, value, unit, code or name, period and parent. The text given back must be the text sent, in NFC with LF, and every
piece of evidence must stand where its span says. Seeds are fixed: a run repeats.
Usage: metamorphic.py BINARY [--show] [TRANSFORMATION ...]
"""
import itertools
import json
import random
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent / "golden"
FLOOR = 0.98
OCR_RATE = 0.01
OCR_SEEDS = 5
NAME_OVERLAP = 0.5
TONES = "\u0300\u0301\u0309\u0303\u0323"
HATS = {"a": "\u0306\u0302", "e": "\u0302", "o": "\u0302\u031b", "u": "\u031b"}


# ---- transformations: (text, random) -> text ----

def shuffle_lists(text, rng):
    """Sibling bullets in another order, each with what hangs under it (+ and *); final marks stay at their places."""
    # an item that leans on the one before it has its place
    leaning = re.compile(r"^\s*- (trong đó|cũng|đồng thời|ngoài ra|còn lại|riêng)\b", re.I)
    mark = re.compile(r"[.;,]?\s*$")
    items = []  # (is it a bullet, its lines)
    for line in text.split("\n"):
        if line.lstrip().startswith(("+ ", "* ")) and items and items[-1][0]:
            items[-1][1].append(line)
        else:
            items.append((line.lstrip().startswith("- "), [line]))
    out, i = [], 0
    while i < len(items):
        run = [lines for bullet, lines in itertools.takewhile(lambda x: x[0], items[i:])]
        i += max(len(run), 1)
        if not run:
            out += items[i - 1][1]
            continue
        marks = [mark.search(lines[-1]).group() for lines in run]
        if not any(leaning.match(lines[0]) for lines in run):
            rng.shuffle(run)
        for lines, m in zip(run, marks):
            out += lines[:-1] + [mark.sub("", lines[-1], count=1) + m]
    return "\n".join(out)


def spacing(text, rng):
    """Blanks doubled, made non-breaking, before and behind lines, before a per cent sign."""
    text = re.sub(r"(?<=\S) (?=\S)", lambda m: rng.choice([" ", " ", "  ", "\u00a0"]), text)
    text = re.sub(r"(?<=\d)%", lambda m: rng.choice(["%", " %"]), text)
    return "\n".join(rng.choice(["", " ", "   "]) + line + rng.choice(["", " ", "  "]) if line.strip() else line
                     for line in text.split("\n"))


def dashes(text, rng):
    return re.sub(r"[-–—]", lambda m: rng.choice("-–—"), text)


def tone_placement(text, rng):
    """hoà and hòa, khoẻ and khỏe, thuỷ and thủy, each into the other."""
    def swap(m):
        d = unicodedata.normalize("NFD", m.group())
        tone = next(c for c in d if c in TONES)
        plain = d.replace(tone, "")
        first = d.index(tone) == 1
        return unicodedata.normalize("NFC", plain + tone if first else plain[0] + tone + plain[1:])
    pairs = [(a, b) for a, b in ("oa", "oe", "uy")]
    for a, b in pairs:
        both = "".join(unicodedata.normalize("NFC", c + t) for c in (a, b) for t in TONES)
        either = f"(?i:[{a}][{''.join(x for x in both if unicodedata.normalize('NFD', x)[0] == b)}]|" \
                 f"[{''.join(x for x in both if unicodedata.normalize('NFD', x)[0] == a)}][{b}])(?![^\\W\\d_])"
        guard = "(?<![qQ])" if a == "u" else ""
        text = re.sub(guard + either, swap, text)
    return text


def i_and_y(text, rng):
    """tỷ and tỉ, kỹ and kĩ, lý and lí, quý and quí, each into the other."""
    i_s = "".join(unicodedata.normalize("NFC", "i" + t) for t in TONES) + "i"
    y_s = "".join(unicodedata.normalize("NFC", "y" + t) for t in TONES) + "y"
    table = str.maketrans(i_s + y_s + (i_s + y_s).upper(), y_s + i_s + (y_s + i_s).upper())
    return re.sub(r"(?i)(?<![^\W\d_])(?:[hklmst]|qu)[" + i_s + y_s + r"](?![^\W\d_])",
                  lambda m: m.group()[:-1] + m.group()[-1].translate(table), text)


def nfd(text, rng):
    return unicodedata.normalize("NFD", text)


def blank_lines(text, rng):
    lines = [line for line in text.split("\n") if line.strip()]
    return "".join(line + "\n" * rng.randint(1, 4) for line in lines)


def wrapped(text, rng):
    """Long lines broken between two words of a sentence, as in a text that was copied from a page."""
    out = []
    for line in text.split("\n"):
        if len(line) > 100 and "\t" not in line and "  " not in line and not line.isupper():
            line = re.sub(r"(.{60,90}?[^\W\d_][,]?) (?=[a-zđàáâãèéêìíòóôõùúýăĩũơưạ-ỹ]{2})", r"\1\n", line)
        out.append(line)
    return "\n".join(out)


def crlf(text, rng):
    return text.replace("\n", "\r\n")


def ocr(text, rng):
    """One in a hundred of the letters with a diacritic has another tone, another hat or none; digits never change."""
    def damage(c):
        d = unicodedata.normalize("NFD", c)
        if c in "đĐ":
            return "d" if c == "đ" else "D"
        base, marks = d[0], d[1:]
        tone, hat = "".join(m for m in marks if m in TONES), "".join(m for m in marks if m not in TONES)
        if hat and rng.random() < 0.5:
            hat = rng.choice([h for h in ["", *HATS[base.lower()]] if h != hat])
        else:
            tone = rng.choice([t for t in ["", *TONES] if t != tone])
        return unicodedata.normalize("NFC", base + hat + tone)
    return "".join(damage(c) if (c in "đĐ" or len(unicodedata.normalize("NFD", c)) > 1) and rng.random() < OCR_RATE else c
                   for c in text)


TRANSFORMATIONS = {"order of bullets": (shuffle_lists, 3), "spacing": (spacing, 3), "dashes": (dashes, 3),
                   "tone placement": (tone_placement, 1), "i and y": (i_and_y, 1), "NFD": (nfd, 1),
                   "blank lines": (blank_lines, 1), "wrapped lines": (wrapped, 1), "CRLF": (crlf, 1), "OCR": (ocr, OCR_SEEDS)}


# ---- facts ----

def fold(s):
    """Lower case without marks, y as i, single blanks, every dash the same: for comparing."""
    s = unicodedata.normalize("NFD", (s or "").lower().replace("đ", "d"))
    s = re.sub(r"[–—]", "-", "".join(c for c in s if not unicodedata.combining(c)))
    return re.sub(r"\s+", " ", s.replace("y", "i")).strip()


def extract(binary, text):
    raw = subprocess.run([binary, "extract", "--include", "text", "-"], input=text.encode(), capture_output=True, check=True)
    return json.loads(raw.stdout)


def facts_of(result):
    out = []
    for cls, items in (("metric", result["metrics"]), ("goal", [g for g in result["goals"] if g["kind"] == "target"])):
        for m in items:
            name = (m["code"], fold(m["indicator"]))
            if m["value"] is not None:
                out.append(((cls, "level", m["value"], fold(m["unit"]), m["period"], None), name))
            for c in m["comparisons"]:
                out.append(((cls, c["kind"], c["value"], fold(c["unit"]), c.get("period") or m["period"], m["value"]), name))
    return out


def same_name(a, b, lenient):
    if a[0] or b[0]:
        if a[0] == b[0]:
            return True
        if not lenient:
            return False
    if a[1] == b[1]:
        return True
    if not lenient:
        return False
    x, y = Counter(a[1].split()), Counter(b[1].split())
    return 2 * (x & y).total() >= NAME_OVERLAP * (x.total() + y.total())


def compare(old, new, lenient):
    """(kept, lost, made): facts paired one to one."""
    left = list(new)
    lost = []
    for key, name in old:
        hit = next((i for i, (k, n) in enumerate(left) if k == key and same_name(name, n, lenient)), None)
        if hit is None:
            lost.append((key, name))
        else:
            left.pop(hit)
    return len(old) - len(lost), lost, left


def check_text(sent, result):
    """What is wrong with the text given back, or None."""
    text = result["document"]["text"]
    if text != unicodedata.normalize("NFC", re.sub("\r\n?", "\n", sent)):
        return "the text given back is not the text sent"
    for m in [*result["metrics"], *(g for g in result["goals"] if g["kind"] == "target")]:
        start, end = m["evidence"]["span"]
        if text[start:end] != m["evidence"]["text"]:
            return f"evidence does not stand at {start}: {m['evidence']['text'][:60]!r}"
    return None


def main():
    args = [a for a in sys.argv[2:] if a != "--show"]
    binary, show = sys.argv[1], "--show" in sys.argv
    reports = {p.parent.name: p.read_text(encoding="utf-8") for p in sorted(GOLDEN.glob("*/input.txt"))}
    base = {name: facts_of(extract(binary, text)) for name, text in reports.items()}
    passed = failed = 0
    for title, (change, seeds) in TRANSFORMATIONS.items():
        if args and title not in args:
            continue
        kept = before = after = 0
        for name, text in reports.items():
            for seed in range(seeds):
                changed = change(text, random.Random(f"{title} {name} {seed}"))
                result = extract(binary, changed)
                fault = check_text(changed, result)
                if fault:
                    failed += 1
                    print(f"FAILED     {title}, {name}: {fault}")
                else:
                    passed += 1
                new = facts_of(result)
                k, lost, made = compare(base[name], new, title == "OCR")
                kept, before, after = kept + k, before + len(base[name]), after + len(new)
                if show:
                    for what, facts in (("lost", lost), ("made", made)):
                        for key, fact_name in facts:
                            print(f"  {what} {name} {seed}: {key} {fact_name}")
        share = kept / max(before, after)
        ok = share >= FLOOR and before > 0
        passed, failed = passed + ok, failed + (not ok)
        print(f"{'ok        ' if ok else 'FAILED    '} {title}: {kept} of {max(before, after)} facts kept, {share:.4f}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
