#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Peer test: the Vietnamese examples of duckling (github.com/facebook/duckling, BSD-3-Clause) that occur in written
reports, from ../shared/peers/duckling-vi.json. They are read there and not kept here; without that file the test is
skipped, and says so.

Each example stands in a frame, a sentence as reports have it, since the engine reads figures by their company: counts
before a counted noun, money behind what it pays, times before a figure. Time is taken from 2017-02-02, duckling's own
day of reference. Differences of purpose, by the file's notes: a bare month or day is the next one for a speaker, and one
of the report's year here (only month and day are compared); words relative to a figure's period (tháng trước) are
resolved from the report's day.

At least 95 of 100 examples, of all, must read right. LEFT_OUT tells which are known not to, and why; one of them that
reads right must leave the list.
Usage: duckling.py READINGS [EXAMPLES.json]
"""
import calendar
import datetime
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

PEERS = Path(__file__).resolve().parents[3] / "shared" / "peers" / "duckling-vi.json"
SHARE = 0.95
DAY = datetime.date(2017, 2, 2)
UNITS = {"Dollar": "USD"}
FRAMES = {
    "numeral": "Sở đã tiếp nhận {} hồ sơ.",
    "negative": "Lợi nhuận trước thuế là {} đồng.",
    "ordinal": "Hội nghị lần {} được tổ chức.",
    "money": "Mức thu phí là {}.",
    "time": "Kim ngạch xuất khẩu {} đạt 12 tỷ đồng.",
}
LEFT_OUT = {
    ("numeral", "không"): "the word is \"not\" in nearly every report; as zero it is written 0",
    ("money", "ít hơn bảy nghìn đồng"): "\"ít hơn\" before a figure compares it with another, it is no bound",
    ("money", "cao hơn $1,42"): "\"cao hơn\" likewise",
    ("time", "7/3"): "without a word of time beside it, a part of a whole",
    ("time", "07/03"): "likewise",
    ("time", "tuần đầu tiên của tháng 9 năm 2017"): "no figure of a report is of a week counted within a month",
}


def months_back(day, months):
    month = day.year * 12 + day.month - 1 - months
    return month // 12, month % 12 + 1


def month_interval(year, first, last=None):
    last = last or first
    return f"{year}-{first:02}-01/{year}-{last:02}-{calendar.monthrange(year, last)[1]}"


def interval(t):
    """The interval of a time that the engine read, relative ones from DAY."""
    if t["shift_year"]:
        return month_interval(DAY.year + t["shift_year"], 1, 12)
    if t["shift_quarter"]:
        year, month = months_back(DAY, -3 * t["shift_quarter"])
        first = (month - 1) // 3 * 3 + 1
        return month_interval(year, first, first + 2)
    if t["shift_month"]:
        return month_interval(*months_back(DAY, -t["shift_month"]))
    return t["period"]


def figure(got):
    """The one figure of the sentence besides the frame's own, as (value, value_max, base unit, bound)."""
    if len(got["mentions"]) != 1:
        return None
    m = got["mentions"][0]
    scale = Decimal(10) ** m["scale"]
    sign = -1 if m["sign"] < 0 else 1
    high = m.get("value_max")
    return sign * m["value"] * scale, None if high is None else high * scale, m.get("base_unit"), m["bound"]


def numeral_ok(entry, got):
    f = figure(got)
    return f is not None and f[0] == Decimal(str(entry["value"]))


def money_ok(entry, got):
    f = figure(got)
    if f is None or f[2] != UNITS.get(entry["unit"], entry["unit"]):
        return False
    if entry["kind"] == "value":
        return f[:2] == (Decimal(str(entry["value"])), None)
    if entry["kind"] == "interval":
        return f[:2] == (Decimal(str(entry["from"])), Decimal(str(entry["to"])))
    # duckling keeps strict and non-strict bounds together
    bounds = ("under", "at_most") if entry["bound"] == "under" else ("over", "at_least")
    return f[:2] == (Decimal(str(entry.get("to", entry.get("from")))), None) and f[3] in bounds


def time_ok(entry, got):
    if len(got["mentions"]) != 1 or len(got["times"]) != 1:
        return False
    have, want = interval(got["times"][0]), entry["closed_interval"]
    if have is None or entry.get("future_biased"):
        cut = [p[4:] for p in want.split("/")]
        return have is not None and [p[4:] for p in have.split("/")] == cut
    return have == want


def ordinal_ok(_, got):
    return not got["mentions"]  # an ordinal is no figure


CHECKS = {"numeral": numeral_ok, "money": money_ok, "time": time_ok, "ordinal": ordinal_ok}


def cases(examples):
    for kind in CHECKS:
        for entry in examples[kind]:
            if entry["relevant"]:
                for text in entry["relevant_examples"]:
                    negative = kind == "numeral" and entry["value"] < 0
                    yield kind, entry, text, FRAMES["negative" if negative else kind].format(text)


def main():
    readings = sys.argv[1]
    path = Path(sys.argv[2]) if len(sys.argv) > 2 else PEERS
    if not path.exists():
        print(f"SKIPPED    duckling: {path} is not there; nothing was compared")
        print("0 passed, 0 failed")
        return 0
    rows = list(cases(json.loads(path.read_text(encoding="utf-8"))))
    lines = "".join(f"[issued {DAY}] {sentence}\n" for _, _, _, sentence in rows)
    out = subprocess.run([readings], input=lines.encode(), capture_output=True, check=True).stdout.decode()
    answers = [json.loads(line, parse_float=Decimal) for line in out.splitlines()]
    assert rows and len(answers) == len(rows)
    right, failed = 0, 0
    for (kind, entry, text, _), got in zip(rows, answers):
        ok = CHECKS[kind](entry, got)
        right += ok
        if (kind, text) in LEFT_OUT and ok:
            failed += 1
            print(f"FAILED     {kind} {text!r} reads right: take it off LEFT_OUT")
        elif (kind, text) in LEFT_OUT:
            print(f"left out   {kind} {text!r}: {LEFT_OUT[kind, text]}")
        elif not ok:
            want = entry.get("closed_interval") or {k: v for k, v in entry.items() if k in ("value", "from", "to", "unit")}
            seen = [t["text"] + " " + str(interval(t)) for t in got["times"]] if kind == "time" else figure(got)
            failed += 1
            print(f"FAILED     {kind} {text!r}: {want}, read as {seen}")
    if right < SHARE * len(rows):
        failed += 1
        print(f"FAILED     fewer than {SHARE:.0%} of all read right")
    print(f"duckling: {right} of {len(rows)} relevant examples read right, {right / len(rows):.1%}")
    print(f"{right} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
