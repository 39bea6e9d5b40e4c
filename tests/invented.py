#!/usr/bin/env python3
"""No figure is invented: every value that the engine gives (value, value_max, total; levels and comparisons) is read again
from its own span, by a parser of this test's own, over the golden reports, the reports of tests/reports, and the corpus of
../shared where it is. A value must be one that the digits or number words of its span can mean (both senses of a lone
comma or dot; 3 tỷ 412 triệu; rưỡi), or what the model makes of one: its negative, a ratio less 100, 100 and more or less.
Usage: invented.py BINARY
"""
import itertools
import json
import re
import subprocess
import sys
import unicodedata
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "shared" / "corpus"
UNITS = {"một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
         "chín": 9, "mười": 10, "đôi": 2, "không": 0}
SCALES = {"nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tr": 6, "tỷ": 9, "tỉ": 9}
UNNOTICED = 0.01  # of the values: ranges and totals whose other figure is the slip
DIGITS = re.compile(r"\d[\d.,  ]*\d|\d")


def bare(word):
    word = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(c for c in word if not unicodedata.combining(c))


WORDS = {}
for name, number in UNITS.items():
    WORDS.setdefault(bare(name), set()).add(number)
MULTIPLES = {}
for name, number in SCALES.items():
    MULTIPLES.setdefault(bare(name), number)


def grouped(text, mark):
    """Digits in groups of three behind the mark: 1.234.567."""
    return re.fullmatch(r"\d{1,3}(%s\d{3})+" % re.escape(mark), text) is not None


def readings(run):
    """What a run of digits and marks can mean: group marks stand before three digits, one decimal mark behind them."""
    run = re.sub(r"[\u00a0\u202f]", " ", run)
    out = set()
    for text in {run.replace(" ", ""), run.split(" ")[0], run.split(" ")[-1]}:
        text = text.strip(".,")
        if text.isdigit():
            out.add(Decimal(text))
        for group, point in ((".", ","), (",", ".")):
            whole, _, part = text.partition(point)
            if (whole.isdigit() or grouped(whole, group)) and part.isdigit():
                out.add(Decimal(whole.replace(group, "") + "." + part))
            if grouped(text, group):
                out.add(Decimal(text.replace(group, "")))
    return out


def in_words(text):
    """Numbers said in words: every stretch of number words of the text, read by adding and multiplying."""
    words = [bare(w) for w in re.findall(r"\w+", text)]
    found = set()
    for start in range(len(words)):
        totals = {0}
        for word in words[start:start + 8]:
            step = set()
            for t in totals:
                for n in WORDS.get(word, ()):
                    step |= {t + n, t * 10 + n}
                if word in ("muoi",):
                    step.add(max(t, 1) * 10)
                if word in ("tram",):
                    step.add(t * 100)
                if word in MULTIPLES:
                    step.add(t * 10 ** MULTIPLES[word])
                if word in ("linh", "le"):
                    step.add(t)
            if not step:
                break
            totals = step
            found |= {Decimal(t) for t in totals}
    return found


def meanings(text):
    runs = [(m.end(), readings(m.group())) for m in DIGITS.finditer(text)]
    values = set().union(*(r for _, r in runs), in_words(text))
    low = text.lower()
    if "rưỡi" in low:
        values |= {v + Decimal("0.5") for v in values} | {Decimal("1.5")}
    scales = [re.match(r"\s*(\w+)", low[end:]) for end, _ in runs]
    for (i, (_, a)), (j, (_, b)) in itertools.combinations(list(enumerate(runs)), 2):
        first, second = (MULTIPLES.get(bare(m.group(1))) if m else None for m in (scales[i], scales[j]))
        if first is None:
            continue
        for x, y in itertools.product(a, b):
            values.add(x * 1000 + y)  # 1 nghìn 743 tỷ
            for down in ([first - second] if second is not None else [0, 3, 6, 9]):
                values.add(x + y / Decimal(10) ** down)
    return values


def told_by(value, said, comparison):
    """Is the value one of those said, or what the model makes of one?"""
    made = {value, -value}
    if comparison:  # a ratio less 100, a plan's 100 and more or less
        made |= {value + 100, value - 100, 100 - value}
    return any(abs(m - s) < Decimal("1e-9") for m in made for s in said)


def check(result, name, failed, slips):
    """How many values were read again. Each is tried with a slip of the point and of the last digit too: what the test
    would not notice is counted in slips."""
    text, checked = result["document"]["text"], 0
    for item in result["metrics"] + [g for g in result["goals"] if g["kind"] == "target"]:
        told = [(item, item["span"])] if item["value"] is not None else []
        told += [(c, c["span"]) for c in item["comparisons"]]
        for fact, (start, end) in told:
            said = meanings(text[start:end])
            for key in ("value", "value_max", "total"):
                if fact.get(key) is None:
                    continue
                value, comparison = Decimal(str(fact[key])), fact is not item
                checked += 1
                if not told_by(value, said, comparison):
                    failed.append(f"{name}: {key} {fact[key]} is not in {text[start:end]!r}")
                last = Decimal(1).scaleb(min(value.as_tuple().exponent, 0))
                slips.append(any(value and told_by(v, said, comparison) for v in (value * 10, value + last)))
    return checked


def main():
    binary = sys.argv[1]
    sources = sorted(HERE.glob("golden/*/input.txt")) + sorted(HERE.glob("reports/*/*.txt"))
    if CORPUS.exists():
        sources += sorted(CORPUS.glob("*.txt"))
    else:
        print(f"SKIPPED    the corpus: {CORPUS} is not there")
    failed, slips, checked = [], [], 0
    for source in sources:
        raw = subprocess.run([binary, "extract", "--include", "text", str(source)], capture_output=True, check=True).stdout
        checked += check(json.loads(raw), source.parent.name + "/" + source.name, failed, slips)
    for line in failed:
        print(f"FAILED     {line}")
    if sum(slips) > UNNOTICED * len(slips):
        failed.append(f"{sum(slips)} slips of {len(slips)} would go unnoticed")
        print(f"FAILED     {failed[-1]}")
    print(f"invented: {sum(slips)} values with a slip of the point or the last digit would go unnoticed")
    print(f"invented: {checked} values of {len(sources)} reports read again")
    print(f"{checked - len(failed)} passed, {len(failed)} failed")
    return 1 if failed or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
