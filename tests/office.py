"""Golden reports as an office suite would have them: flat ODF made here, turned into DOCX, DOC, ODT, RTF and PDF by LibreOffice."""
import re
import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

NAMES = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for p, n in (
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("fo", "xsl-fo-compatible")))
BORDER = "0.5pt solid #000000"


def paragraph(text, style="Body"):
    text = re.sub(r" {2,}", lambda m: f' <text:s text:c="{len(m[0]) - 1}"/>', escape(text))
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def table(rows, style="Cell", name="T"):
    """Rows of texts; a text's lines are paragraphs; widths follow the longest cell."""
    columns = max(map(len, rows))
    weights = [max(4, min(40, max(max(map(len, (r[c] if c < len(r) else "").split("\n"))) for r in rows))) for c in range(columns)]
    styles = "".join(f'<style:style style:name="{name}{c}" style:family="table-column"><style:table-column-properties '
                     f'style:rel-column-width="{w}*"/></style:style>' for c, w in enumerate(weights))
    inner = "InCell" if style == "Cell" else "Small"
    body = "".join(f'<table:table-column table:style-name="{name}{c}"/>' for c in range(columns))
    for r in rows:
        body += "<table:table-row>" + "".join(
            f'<table:table-cell table:style-name="{style}">' + "".join(paragraph(p, inner) for p in (r[c] if c < len(r) else "").split("\n")) +
            "</table:table-cell>" for c in range(columns)) + "</table:table-row>"
    return styles, f'<table:table table:style-name="Wide">{body}</table:table>'


def letterhead(lines):
    """The lines before the title as issuer and motto side by side: (rows, lines used), or (None, 0)."""
    motto = next((i for i, l in enumerate(lines[:8]) if l.startswith(("CỘNG HÒA", "CỘNG HOÀ")) and i > 0), 0)
    end = next((i for i, l in enumerate(lines[:10]) if l.startswith("BÁO CÁO")), 0)
    if not motto or end <= motto:
        return None, 0
    left = [l for l in lines[:motto] + [l for l in lines[motto:end] if l.startswith("Số:")] if l.strip()]
    right = [l for l in lines[motto:end] if l.strip() and not l.startswith("Số:")]
    return [["\n".join(left), "\n".join(right)]], end


def flat(text, *, indent="0cm", gap="4pt", columns=1, size="13pt", head=None, running="", middle=False):
    """head: set the letterhead as a table without borders. running: a running head with page numbers. middle: cells are centred
    from top to bottom."""
    styles, body, rows = "", "", []
    lines = text.split("\n")

    def flush():
        nonlocal styles, body
        if rows:
            s, b = table(rows, name=f"T{len(styles)}c")
            styles, body = styles + s, body + b
            rows.clear()

    if head:
        pair, used = letterhead(lines)
        if pair:
            s, b = table(pair, "Bare", "H")
            styles, body, lines = styles + s, body + b, lines[used:]
    for line in lines:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        flush()
        if line.strip():
            body += paragraph(line)
    flush()
    if columns > 1:
        body = f'<text:section text:name="a" text:style-name="Columns">{body}</text:section>'
    header = f"<style:header>{paragraph(running, 'Plain')}<text:p text:style-name=\"Plain\"><text:page-number/></text:p></style:header>" if running else ""
    font = f'fo:font-family="DejaVu Serif" fo:font-size="{size}"'
    return f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Plain" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties {font}/></style:style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:text-indent="{indent}" fo:margin-bottom="{gap}"/><style:text-properties {font}/></style:style>
<style:style style:name="Small" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-family="DejaVu Serif" fo:font-size="9pt"/></style:style>
<style:style style:name="InCell" style:family="paragraph"><style:text-properties {font}/></style:style>
</office:styles>
<office:automatic-styles>{styles}
<style:style style:name="Wide" style:family="table"><style:table-properties table:align="margins" style:rel-width="100%"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="{BORDER}" fo:padding="0.1cm"{' style:vertical-align="middle"' if middle else ''}/></style:style>
<style:style style:name="Bare" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm"/></style:style>
<style:style style:name="Columns" style:family="section"><style:section-properties><style:columns fo:column-count="{columns}" fo:column-gap="0.8cm"/></style:section-properties></style:style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/>
<style:header-style><style:header-footer-properties fo:min-height="0.5cm" fo:margin-bottom="0.5cm"/></style:header-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">{header}</style:master-page></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>'''


def available():
    return shutil.which("soffice") is not None


def convert(folder, target, files, profile):
    """All files to the target format with one run of LibreOffice; raises where a file was not made."""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", target, "--outdir", str(folder),
                    *map(str, files)], capture_output=True, check=True, timeout=300)
    made = [folder / (Path(f).stem + "." + target.split(":")[0]) for f in files]
    missing = [str(m) for m in made if not m.exists()]
    if missing:
        raise RuntimeError("not converted: " + ", ".join(missing))
    return made
