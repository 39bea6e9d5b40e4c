#!/usr/bin/env python3
"""Golden reports in every format: what of the plain text's facts is kept.

Each report becomes flat ODF (office.py), by LibreOffice DOCX, DOC, ODT, RTF and PDF (as a word processor sets it, with
wide paragraphs, in two columns), from the PDF a scan (200 dpi, turned a little, noise, a red stamp), pages of three kinds
of portals (webpages.py), and text in the old encodings (encoders.py), its charset not told. A fact is its class, role,
value, unit, indicator, period and status, a passage its text, a document's title, number, date and organization; a
figure is its class, role, value and unit: of a scan, letters are lost.
Usage: formats.py BINARY [KIND ...] prints the table and fails below the floors.
"""
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import encoders  # noqa: E402
import office  # noqa: E402
import webpages  # noqa: E402

STYLES = {"word": {"indent": "1.27cm", "gap": "0pt", "head": True, "running": "Báo cáo của sở"}, "wide": {"gap": "6pt", "head": True},
          "two": {"columns": 2, "gap": "0pt", "indent": "0.6cm", "size": "11pt"}, "bare": {"indent": "1.27cm", "gap": "0pt", "head": True}}
# kind: style, target of LibreOffice, least share of everything kept, of figures kept
KINDS = {"docx": ("word", "docx", 99, 99), "odt": ("word", "odt", 99, 99), "doc": ("word", "doc", 99, 99), "rtf": ("word", "rtf", 99, 99),
         "pdf": ("word", "pdf", 99, 99), "pdf, wide paragraphs": ("wide", "pdf", 99, 99), "pdf, two columns": ("two", "pdf", 99, 99),
         "scan": ("bare", "pdf", 92, 97)}
KINDS.update({k: (k, "html", 99, 99) for k in webpages.STYLES})
ENCODINGS = {"tcvn3": "tcvn3", "vni": "vni", "viscii": "viscii", "windows-1258": "windows-1258", "nfd": "utf-8", "utf-16": "utf-16le"}
KINDS.update({k: (k, "txt", 100, 100) for k in ENCODINGS})
OFFICE = [k for k, v in KINDS.items() if v[1] not in ("html", "txt")]


def reports():
    return sorted(p.parent for p in (HERE / "golden").glob("*/input.*"))


def text_of(binary, name):
    """The report's plain text; of the one that is a web page, what is read of it."""
    path = HERE / "golden" / name / "input.txt"
    if path.exists():
        return path.read_text(encoding="utf-8")
    return read(binary, path.with_suffix(".html"), "--include", "text")["document"]["text"]


def needs():
    return [t for t in ("soffice", "pdftotext", "catdoc", "tesseract") if not shutil.which(t)]


def make(binary, folder, kind, names):
    """{name: file} of the reports in one format."""
    style, target, *_ = KINDS[kind]
    place = Path(folder) / style
    place.mkdir(exist_ok=True)
    sources = []
    if kind not in OFFICE:
        files = {n: place / f"{n}.{target}" for n in names}
        for name, path in files.items():
            text = text_of(binary, name)
            path.write_bytes(webpages.STYLES[kind](text).encode() if target == "html" else encoders.ENCODERS[ENCODINGS[kind]](encoders.plain(text)))
        return files
    for name in names:
        source = place / (name + ".fodt")
        source.write_text(office.flat(text_of(binary, name), **STYLES[style]), encoding="utf-8")
        sources.append(source)
    files = {n: place / f"{n}.{target}" for n in names}
    missing = [s for s, n in zip(sources, names) if not files[n].exists()]
    if missing:
        office.convert(place, target, missing, Path(folder) / "profile")
    if kind != "scan":
        return files
    return {n: scan(f, place / (n + ".scan.pdf")) for n, f in files.items()}


def scan(pdf, out, dpi=200, seed=1):
    import numpy
    from PIL import Image, ImageChops, ImageDraw, ImageFilter
    pages, noise = [], numpy.random.default_rng(seed)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), folder + "/p"], check=True)
        for f in sorted(Path(folder).glob("*.png")):
            page = Image.open(f).convert("RGB")
            w, h = page.size
            stamp = Image.new("RGB", (w, h), "white")
            draw = ImageDraw.Draw(stamp)
            for r in (150, 140, 90):
                draw.ellipse([w * 0.62 - r, h * 0.8 - r, w * 0.62 + r, h * 0.8 + r], outline=(215, 60, 60), width=5)
            page = ImageChops.multiply(page, stamp).rotate(noise.uniform(-0.5, 0.5), fillcolor="white", resample=Image.BICUBIC)
            a = numpy.asarray(page, float) * 0.9 + 15 + noise.normal(0, 14, (h, w, 3))
            pages.append(Image.fromarray(a.clip(0, 255).astype("uint8")).filter(ImageFilter.GaussianBlur(0.5)))
    pages[0].save(out, save_all=True, append_images=pages[1:], resolution=dpi, quality=80, format="PDF")
    return out


def read(binary, path, *options):
    return json.loads(subprocess.run([binary, "extract", *options, str(path)], capture_output=True, check=True).stdout)


def flat(s):
    return " ".join((s or "").split()).lower()


def figures(r):
    out = Counter()
    for cls, items in (("metric", r["metrics"]), ("goal", [g for g in r["goals"] if g["kind"] == "target"])):
        for m in items:
            if m["value"] is not None:
                out[cls, "level", m["value"], m["unit"]] += 1
            for c in m["comparisons"]:
                out[cls, c["kind"], c["value"], c["unit"]] += 1
    return out


def everything(r):
    out = Counter()
    for cls, items in (("metric", r["metrics"]), ("goal", [g for g in r["goals"] if g["kind"] == "target"])):
        for m in items:
            if m["value"] is not None:
                out[cls, "level", flat(m["indicator"]), m["value"], m["unit"], m["period"], m["status"]] += 1
            for c in m["comparisons"]:
                out[cls, c["kind"], flat(m["indicator"]), c["value"], c["unit"], m["value"]] += 1
    for p in r["shortcomings"] + r["causes"] + [g for g in r["goals"] if g["kind"] == "task"]:
        out[flat(p["text"])] += 1
    for name in ("title", "number", "issued", "organization", "period"):
        out[name, flat(r["document"][name])] += 1
    return out


def wanted(binary, folder, kind, name):
    """What is read from the plain text; of an encoding, from the text with the signs it has, without case for TCVN3."""
    text = text_of(binary, name)
    path = Path(folder) / (name + ".plain.txt")
    path.write_text(encoders.plain(text) if kind in ENCODINGS else text, encoding="utf-8")
    return read(binary, path, "--type", "text", "--charset", "utf-8")


def measure(binary, kind, folder, names):
    """(share of everything, share of figures, figures made up), in per cent."""
    kept, all_, figs, all_figs, extra = 0, 0, 0, 0, 0
    for name, path in make(binary, folder, kind, names).items():
        want, got = wanted(binary, folder, kind, name), read(binary, path)
        for count, a, b in ((everything, everything(want), everything(got)), (figures, figures(want), figures(got))):
            same, n = sum((a & b).values()), sum(a.values())
            if count is everything:
                kept, all_ = kept + same, all_ + n
            else:
                figs, all_figs, extra = figs + same, all_figs + n, extra + sum((b - a).values())
    return 100 * kept / all_, 100 * figs / all_figs, 100 * extra / all_figs


def main():
    binary, kinds = sys.argv[1], sys.argv[2:] or list(KINDS)
    missing = needs()
    if missing:
        print("formats: skipped, not installed: " + ", ".join(missing))
        return 0
    names = [p.name for p in reports()]
    failed = 0
    print("| format | everything | figures | figures not in the text |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for kind in kinds:
            every, figs, extra = measure(binary, kind, folder, names)
            print(f"| {kind} | {every:.1f} % | {figs:.1f} % | {extra:.1f} % |", flush=True)
            failed += every < KINDS[kind][2] or figs < KINDS[kind][3]
    print(f"{len(kinds) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
