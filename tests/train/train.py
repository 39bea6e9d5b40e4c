#!/usr/bin/env python3
"""Learns extract/lexicon/weights.tsv from annotated reports (NAME.txt beside NAME.gold.json, the format of
../shared/tools/gold.py): what speaks for a name, a parent, a period, a baseline (extract/choice.h).

A conditional log-linear model per decision: of a choice's candidates those that the annotation accepts share the
probability; L2 penalty, L-BFGS. The candidates depend on earlier choices, so learning goes in rounds: the engine makes
its choices with the weights of the round before.

train.py BUILD_FOLDER FOLDER|CASES.jsonl ... [--rounds N] [--check] [--l2 X]
  --check  five-fold cross-validation by report of the last round's choices; writes nothing
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT.parent / "shared" / "tools"))
from gold import as_list, load, resolve  # noqa: E402
sys.path.insert(0, str(ROOT / "tests"))
from lexicon_check import fold  # noqa: E402
from score import digits_span, overlap, period_ok, same  # noqa: E402

WEIGHTS = ROOT / "extract" / "lexicon" / "weights.tsv"
DECISIONS = ["role", "class", "name", "parent", "period", "baseline", "code"]
WORDS = ROOT / "extract" / "lexicon" / "words.tsv"
SHARED = 8  # a word of fewer reports is not named by evidence
LEAST = 2  # a piece of evidence seen in fewer choices is not learned from


def names():
    """The words of choice.h's evidence rows, by number."""
    text = (ROOT / "extract" / "choice.h").read_text(encoding="utf-8")
    return [line.split('"')[1] for line in text.splitlines() if line.strip().startswith("X(BC_SAY_")]


def worth(decision, fact, by, label, code):
    """How well a candidate answers the annotated fact: 0 to 1."""
    if decision == "name":
        best = max(overlap(label, g) for g in as_list(fact["ind"]))
        if fact.get("code") and code == fact["code"]:
            best = max(best, 0.9)
        if fact.get("code") and code and code != fact["code"]:
            best -= 0.05
        return best if best >= 0.67 else 0.0
    if decision == "role":
        if fact is None:
            return float(code == "nothing")
        return float(code == fact["role"] and label != "" and same(float(label), fact["value"]))
    if decision == "class":
        return float(code == fact["cls"])
    if decision == "code":
        return float((code or None) == fact.get("code"))
    if decision == "parent":
        if not fact.get("of"):
            return float(label == "")
        return float(label != "" and same(float(label), by[fact["of"]]["value"]))
    accepted = as_list(fact.get("period" if decision == "period" else "baseline"))
    if (label or None) in accepted:
        return 1.0
    return 0.5 * period_ok(label or None, accepted)  # only the end is right


def reports(sources, folder):
    """(annotation, text, path of the text) of every report of the folders and every line of the case files among them."""
    out = []
    for source in map(Path, sources):
        if source.is_dir():
            for path in sorted(source.glob("*.gold.json")):
                gold, text, bad = load(path)
                assert not bad, (path, bad)
                out.append((gold, text, path.with_name(path.name.replace(".gold.json", ".txt"))))
            continue
        for n, line in enumerate(source.read_text(encoding="utf-8").splitlines()):
            case = json.loads(line)
            case.setdefault("passages", [])
            text = unicodedata.normalize("NFC", case["text"])
            bad = resolve(case, text)
            assert not bad, (source, n + 1, bad)
            path = Path(folder) / f"{source.stem}-{n}.txt"
            path.write_text(text, encoding="utf-8")
            out.append((case, text, path))
    return out


def write_words(build, sources):
    """words.tsv: what many reports share; and builds with it."""
    count, spelled = {}, {}
    for path in (p for s in map(Path, sources) if s.is_dir() for p in sorted(s.glob("*.txt"))):
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))
        for word in set(re.findall(r"[^\W\d_]+", text.lower())):
            spelled.setdefault(fold(word), {}).setdefault(word, set()).add(path.name)
    for key, words in spelled.items():
        count[key] = len(set().union(*words.values()))
    rows = [max(sorted(spelled[k]), key=lambda w: len(spelled[k][w])) for k in sorted(count) if count[k] >= SHARED]
    WORDS.write_text("# learned by tests/train/train.py: words that many reports share; weights.tsv names them by row\nphrase\n"
                     + "".join(w + "\n" for w in rows), encoding="utf-8")
    subprocess.run(["make", "-s", f"B={build}", f"{build}/choices", f"{build}/baocao"], cwd=ROOT, check=True)


def choices(build, read):
    """(decision, group, candidates' keys, worths, the engine's choice) of every choice about an annotated figure. A
    report given twice is one group."""
    groups = {}
    lines = subprocess.run([str(build / "choices"), *(str(r[2]) for r in read)], capture_output=True,
                           check=True).stdout.decode().splitlines()
    out, report, oracle = [], -1, {d: [0, 0] for d in DECISIONS}
    for line in lines:
        x = json.loads(line)
        if "file" in x:
            report += 1
            gold, text, path = read[report]
            group = groups.setdefault(str(Path(path).resolve()), len(groups))
            by = {f["id"]: f for f in gold["facts"]}
            facts = [(digits_span(text, f["span"]), f) for f in gold["facts"]]
            raw = text.encode()
            continue
        start, end = (len(raw[:b].decode()) for b in x["s"])
        fact = next((f for (lo, hi), f in facts if lo < end and hi > start), None)
        if not x["c"] or (fact is None and x["d"] != "role") or (fact and fact.get("optional")):
            continue
        if x["d"] in ("parent", "baseline") and fact["role"] == "level":
            continue
        if x["d"] == "baseline" and fact["role"] != "change":
            continue
        worths = [worth(x["d"], fact, by, label, code) for label, code, _ in x["c"]]
        oracle[x["d"]][1] += 1
        oracle[x["d"]][0] += max(worths) > 0
        out.append((x["d"], group, [k for _, _, k in x["c"]], worths, x["b"]))
    return out, oracle


class Model:
    def __init__(self, rows, l2):
        """rows: [(keys of each candidate, worth of each)]"""
        self.l2 = l2
        count = {}
        for keys, _ in rows:
            for k in set(k for c in keys for k in c):
                count[k] = count.get(k, 0) + 1
        self.columns = {k: i for i, k in enumerate(sorted(k for k, n in count.items() if n >= LEAST))}
        self.x, self.starts = self.matrix([r[0] for r in rows])
        target = []
        for _, worths in rows:
            t = np.where(np.array(worths) > 0, np.exp(8 * (np.array(worths) - 1)), 0)
            target.append(t / t.sum())
        self.target = np.concatenate(target)
        self.w = np.zeros(len(self.columns))

    def matrix(self, groups):
        indices, pointers, starts, n = [], [0], [], 0
        for keys in groups:
            starts.append(n)
            for c in keys:
                indices.extend(self.columns[k] for k in c if k in self.columns)
                pointers.append(len(indices))
                n += 1
        data = np.ones(len(indices))
        return sparse.csr_matrix((data, indices, pointers), shape=(n, len(self.columns))), np.array(starts)

    def loss(self, w):
        s = self.x @ w
        sizes = np.diff(np.append(self.starts, len(s)))
        top = np.repeat(np.maximum.reduceat(s, self.starts), sizes)
        e = np.exp(s - top)
        z = np.add.reduceat(e, self.starts)
        p = e / np.repeat(z, sizes)
        ll = (self.target * (s - top)).sum() - np.log(z).sum()
        gradient = self.x.T @ (p - self.target) + self.l2 * w
        return -ll + 0.5 * self.l2 * (w @ w), gradient

    def learn(self):
        self.w = minimize(self.loss, self.w, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x

    def right(self, rows):
        x, starts = self.matrix([r[0] for r in rows])
        s = x @ self.w
        ends = list(starts[1:]) + [len(s)]
        return sum(rows[i][1][int(np.argmax(s[a:b]))] > 0 for i, (a, b) in enumerate(zip(starts, ends)))


def rows_of(data, decision, keep=lambda group: True, answerable=True):
    return [(keys, worths) for d, group, keys, worths, _ in data
            if d == decision and keep(group) and (max(worths) > 0 or not answerable)]


def learn(build, says, data, l2, tell):
    """Learns every decision, writes the weights and builds with them."""
    lines = []
    for d in DECISIONS:
        learned = rows_of(data, d)
        if not learned:
            continue  # the choices before it are not learned yet
        m = Model(learned, l2)
        m.learn()
        rows = rows_of(data, d, answerable=False)
        print(f"{tell} {d:9} choices {len(rows):5}  answerable {len(learned) / len(rows):.3f}  "
              f"right {m.right(rows) / len(rows):.3f}  evidence {len(m.columns)}")
        for k, i in m.columns.items():
            if abs(m.w[i]) >= 0.005:
                lines.append((DECISIONS.index(d), k, f"{d}\t{says[k >> 24 & 31]}\t{k >> 14 & 1023}\t{k & 16383}\t{m.w[i]:.3f}"))
    WEIGHTS.write_text("# learned by tests/train/train.py; not to be edited by hand\n"
                       "decision\tsay\ta\tb\tweight\n" + "".join(x[2] + "\n" for x in sorted(lines)), encoding="utf-8")
    subprocess.run(["make", "-s", f"B={build}", f"{build}/choices", f"{build}/baocao"], cwd=ROOT, check=True)


def check(data, oracle, l2):
    for d in DECISIONS:
        right = total = 0
        for fold in range(5):
            m = Model(rows_of(data, d, lambda g: g % 5 != fold), l2)
            m.learn()
            test = rows_of(data, d, lambda g: g % 5 == fold, answerable=False)
            right += m.right(test)
            total += len(test)
        m = Model(rows_of(data, d), l2)
        m.learn()
        trained = m.right(rows_of(data, d, answerable=False))
        now = sum(w[b] > 0 for x, _, _, w, b in data if x == d and b >= 0)
        print(f"{d:9} choices {total:5}  answerable {oracle[d][0] / oracle[d][1]:.3f}  as built {now / total:.3f}  "
              f"learned on all {trained / total:.3f}  cross-validated {right / total:.3f}  evidence {len(m.columns)}")


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("build")
    ap.add_argument("folders", nargs="+")
    ap.add_argument("--rounds", type=int, default=3)
    ap.add_argument("--check", action="store_true")
    ap.add_argument("--l2", type=float, default=1.0)
    a = ap.parse_args()
    build, says = Path(a.build), names()
    write_words(build, a.folders)
    with tempfile.TemporaryDirectory() as folder:
        read = reports(a.folders, folder)
        if a.check:
            check(*choices(build, read), a.l2)
            return 0
        for n in range(a.rounds):
            learn(build, says, choices(build, read)[0], a.l2, tell=f"round {n + 1}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
