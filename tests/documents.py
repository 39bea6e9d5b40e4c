"""Small documents made by hand, without an office suite: what the converters are tried on."""
import io
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def archive(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as z:
        for name, body in members.items():
            z.writestr(name, body)
    return out.getvalue()


def types(part, kind):
    sheet = '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    return (f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/>{sheet if "sheet" in kind else ""}'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>')


def root(part):
    return {"_rels/.rels": f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                           f'<Relationship Id="r0" Type="{R}/officeDocument" Target="{part}"/></Relationships>'}


def paragraph(text, number=None, level=0):
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>' if number else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(rows):
    """A cell is a text or (text, columns it spans)."""
    out = "<w:tbl>"
    for row in rows:
        out += "<w:tr>"
        for cell in row:
            text, span = cell if isinstance(cell, tuple) else (cell, 1)
            out += f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' + "".join(map(paragraph, text.split("\n"))) + "</w:tc>"
        out += "</w:tr>"
    return out + "</w:tbl>"


def docx(*blocks, numbering="", more=None):
    body = "".join(b if b.startswith("<w:") else paragraph(b) for b in blocks)
    members = {**root("word/document.xml"), "[Content_Types].xml": types("word/document.xml", "wordprocessingml.document"),
               "word/document.xml": f'{HEAD}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'}
    if numbering:
        members["word/numbering.xml"] = f'{HEAD}<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
    return archive({**members, **(more or {})})


def column(n):
    return (column(n // 26 - 1) if n >= 26 else "") + chr(65 + n % 26)


def xlsx(rows, formats=(), merges=(), more=None):
    """A cell is None, a text, a number, or (number, index of a format)."""
    data = ""
    for r, row in enumerate(rows, 1):
        data += f'<row r="{r}">'
        for c, cell in enumerate(row):
            value, style = cell if isinstance(cell, tuple) else (cell, None)
            if value is None:
                continue
            at = f'r="{column(c)}{r}"' + (f' s="{style + 1}"' if style is not None else "")
            data += (f'<c {at} t="inlineStr"><is><t>{escape(value)}</t></is></c>' if isinstance(value, str)
                     else f"<c {at}><v>{value!r}</v></c>")
        data += "</row>"
    merged = "".join(f'<mergeCell ref="{m}"/>' for m in merges)
    styles = "".join(f'<numFmt numFmtId="{164 + i}" formatCode="{escape(f, {chr(34): "&quot;"})}"/>' for i, f in enumerate(formats))
    xfs = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{164 + i}"/>' for i in range(len(formats)))
    return archive({
        **root("xl/workbook.xml"), "[Content_Types].xml": types("xl/workbook.xml", "spreadsheetml.sheet"),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{S}"><numFmts>{styles}</numFmts><cellXfs>{xfs}</cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'{HEAD}<worksheet xmlns="{S}"><sheetData>{data}</sheetData><mergeCells>{merged}</mergeCells></worksheet>',
        **(more or {})})


def odt(body, styles="", kind="text"):
    names = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for p, n in
                     (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing")))
    return archive({"mimetype": f"application/vnd.oasis.opendocument.{kind}",
                    "content.xml": f"{HEAD}<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>"
                                   f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"})


def rtf(*paragraphs):
    def words(s):
        return "".join(c if ord(c) < 128 and c not in "\\{}" else f"\\u{ord(c) - (65536 if ord(c) > 32767 else 0)}?" for c in s)
    return ("{\\rtf1\\ansi\\uc1{\\fonttbl{\\f0 Times New Roman;}}" + "".join(words(p) + "\\par " for p in paragraphs) + "}").encode()


def png(width=64, height=64, rows=None):
    """A white gray picture; of rows, fewer may be there than it says."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    lines = (b"\0" + b"\xff" * width) * (height if rows is None else rows)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b""))


def tiff(pages, width=64, height=64, next_of=None, order="<"):
    """White gray pages that share their pixels; next_of(page) is the page it leads to, as one after the last leads on."""
    tags = {256: width, 257: height, 258: 8, 262: 1, 273: 8, 279: 64 * 64}
    size = 2 + 12 * len(tags) + 4
    places = [8 + 64 * 64 + size * i for i in range(pages + 1)]
    out = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", places[0]) + b"\xff" * (64 * 64)
    for i in range(pages):
        to = i + 1 if next_of is None else next_of(i)
        out += struct.pack(order + "H", len(tags)) + b"".join(struct.pack(order + "HHII", tag, 4, 1, value) for tag, value in tags.items())
        out += struct.pack(order + "I", 0 if next_of is None and to == pages else places[to])
    return out
