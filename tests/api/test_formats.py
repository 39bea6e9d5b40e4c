"""Documents that are not text: each kind by every way in, its layout, its type, its faults."""
import base64
import io
import json
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import BINARY, ROOT, Service, facts

sys.path.insert(0, str(ROOT / "tests"))
import documents  # noqa: E402
from documents import docx, odt, paragraph, rtf, table, xlsx  # noqa: E402
from encoders import misread, tcvn3  # noqa: E402

SENTENCE = "Năm 2023, giá trị sản xuất công nghiệp ước đạt 1.234,5 tỷ đồng, tăng 8,2% so với cùng kỳ."
TYPES = {"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
         "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
         "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
         "rtf": "application/rtf", "doc": "application/msword", "xls": "application/vnd.ms-excel", "pdf": "application/pdf"}
HEADS = ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch 2023", "Thực hiện 9 tháng", "So cùng kỳ (%)"]
ROWS = [["1", "Kim ngạch xuất khẩu", "Triệu USD", "100", "86,4", "95,8"], ["2", "Điện thương phẩm", "Triệu kWh", "1.250,5", "", "105,2"]]
SAMPLES = {
    "docx": docx(SENTENCE), "rtf": rtf(SENTENCE), "odt": odt(f"<text:p>{SENTENCE}</text:p>"),
    "xlsx": xlsx([[SENTENCE]]),
    "ods": odt(f"<table:table><table:table-row><table:table-cell><text:p>{SENTENCE}</text:p></table:table-cell></table:table-row></table:table>",
               kind="spreadsheet"),
}


def need(*tools):
    missing = [t for t in tools if not shutil.which(t)]
    if missing:
        pytest.skip("not installed: " + ", ".join(missing))


def post(service, data, kind=None, query="?include=text"):
    return service.ask("POST", "/v1/extract" + query, data=data, headers={"Content-Type": kind} if kind else {})


def text_of(service, data, kind=None):
    r = post(service, data, kind)
    assert r.status_code == 200, r.text
    return r.json()["document"]["text"]


def lines(service, data, kind=None):
    return text_of(service, data, kind).strip().split("\n")


# ---- every way in ----

@pytest.mark.parametrize("name", SAMPLES)
def test_every_way_in_gives_the_same_facts(service, pages, tmp_path, name):
    data, kind = SAMPLES[name], TYPES[name]
    raw = post(service, data, kind).json()
    assert raw["document"]["text"].strip() == SENTENCE and raw["document"]["source"] == {"media": kind, "charset": None, "detected": False}
    assert [m["value"] for m in raw["metrics"]] == [1234.5] and raw["warnings"] == []
    untyped = post(service, data).json()
    assert [w["code"] for w in untyped["warnings"]] == ["media_detected"] and kind in untyped["warnings"][0]["message"]
    octets = post(service, data, "application/octet-stream").json()
    part = service.ask("POST", "/v1/extract", files={"file": ("r." + name, data, "application/octet-stream")}).json()
    assert part["warnings"] == []  # the name tells
    as_json = service.ask("POST", "/v1/extract", json={"file": base64.b64encode(data).decode(), "filename": "r." + name}).json()
    nameless = service.ask("POST", "/v1/extract", json={"file": base64.encodebytes(data).decode()}).json()
    assert as_json["warnings"] == [] and len(nameless["warnings"]) == 1
    pages["/doc"] = (200, {"Content-Type": kind}, data)
    by_url = service.ask("POST", "/v1/extract", json={"url": pages["base"] + "/doc"}).json()
    put = service.ask("PUT", "/v1/extract", data=data).json()
    path = tmp_path / ("r." + name)
    path.write_bytes(data)
    cli = json.loads(subprocess.run([BINARY, "extract", str(path)], capture_output=True, check=True).stdout)
    for other in (untyped, octets, part, as_json, nameless, by_url, put, cli):
        assert facts(other) == facts(raw)
        assert other["document"]["source"] == raw["document"]["source"]


def test_curl_t_sends_a_file(service, tmp_path):
    path = tmp_path / "r.docx"
    path.write_bytes(SAMPLES["docx"])
    out = subprocess.run(["curl", "-sS", "-T", str(path), service.url("/v1/extract")], capture_output=True, check=True).stdout
    assert json.loads(out)["metrics"][0]["value"] == 1234.5


# ---- types ----

@pytest.mark.parametrize("declared", ["text/plain", "text/html", "application/pdf", "application/msword", "image/png", "application/zip"])
def test_a_wrong_type_is_seen_and_told(service, declared):
    r = post(service, SAMPLES["docx"], declared).json()
    assert r["metrics"][0]["value"] == 1234.5 and r["document"]["source"]["media"] == TYPES["docx"]
    assert [w["code"] for w in r["warnings"]] == ["media_detected"]
    assert declared in r["warnings"][0]["message"] and TYPES["docx"] in r["warnings"][0]["message"]


def test_the_kind_of_archive_is_by_its_inside(service):
    r = post(service, SAMPLES["odt"], TYPES["docx"]).json()
    assert r["document"]["source"]["media"] == TYPES["odt"] and r["warnings"][0]["code"] == "media_detected"


def test_text_and_pages_without_a_type(service):
    plain = post(service, SENTENCE.encode()).json()
    assert plain["document"]["source"]["media"] == "text/plain" and plain["document"]["text"] == SENTENCE
    page = post(service, f"<!DOCTYPE html><html><body><p>{SENTENCE}</p></body></html>".encode()).json()
    assert page["document"]["source"]["media"] == "text/html" and page["document"]["text"] == SENTENCE
    old = post(service, tcvn3(SENTENCE)).json()
    assert old["document"]["source"]["charset"] == "tcvn3" and old["document"]["text"] == SENTENCE
    wide = post(service, SENTENCE.encode("utf-16-be")).json()
    assert wide["document"]["source"]["charset"] == "utf-16be" and wide["document"]["text"] == SENTENCE


@pytest.mark.parametrize("declared", ["image/gif", "video/mp4", "application/x-made-up"])
def test_an_unknown_declared_type_is_refused(service, declared):
    r = post(service, SAMPLES["docx"], declared)
    assert r.status_code == 415 and r.json()["code"] == "unsupported_media_type"


def test_unknown_content_is_named(service):
    elf = Path(BINARY).read_bytes()[:20000]
    r = post(service, elf)
    assert r.status_code == 415 and r.json()["code"] == "unsupported_media_type" and "application/x-" in r.json()["detail"]
    r = post(service, documents.archive({"mimetype": "application/epub+zip"}))
    assert r.status_code == 415 and r.json()["code"] == "unsupported_media_type"


def test_bad_base64(service):
    for bad in ("a b", "####", "QQ=Q", ""):
        r = service.ask("POST", "/v1/extract", json={"file": bad})
        assert r.status_code == 400 and r.json()["errors"] == [{"pointer": "/file"}], bad


# ---- what is in them ----

def test_docx_numbers_its_paragraphs(service):
    levels = "".join(f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/></w:lvl>'
                     for i, (f, t) in enumerate([("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("bullet", "\uf0b7"), ("lowerLetter", "%5)")]))
    numbering = f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    data = docx(paragraph("KẾT QUẢ", 3), paragraph("Công nghiệp", 3, 1), paragraph("Điện", 3, 2), paragraph("Nước", 3, 2),
                paragraph("ý", 3, 3), paragraph("mục", 3, 4), paragraph("Thương mại", 3, 1), paragraph("Chợ", 3, 2),
                paragraph("HẠN CHẾ", 3), paragraph("Một", 3, 1), paragraph("", 3, 1), numbering=numbering)
    assert lines(service, data) == ["I. KẾT QUẢ", "1. Công nghiệp", "1.1. Điện", "1.2. Nước", "- ý", "a) mục", "2. Thương mại",
                                    "2.1. Chợ", "II. HẠN CHẾ", "1. Một"]


def test_docx_leaves_out_what_is_not_text(service):
    hidden = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>' \
             '<w:ins><w:r><w:t> thêm</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>'
    assert lines(service, docx(hidden)) == ["hiện thêm"]


@pytest.mark.parametrize("kind", ["docx", "odt", "xlsx", "ods"])
def test_tables_keep_rows_and_columns(service, kind):
    if kind == "docx":
        data = docx("Biểu chỉ tiêu:", table([HEADS, *ROWS]))
    elif kind == "xlsx":
        data = xlsx([["Biểu chỉ tiêu:"], [], HEADS, [1, "Kim ngạch xuất khẩu", "Triệu USD", 100, 86.4, 95.8],
                     [2, "Điện thương phẩm", "Triệu kWh", 1250.5, None, 105.2]])
    else:
        rows = "".join("<table:table-row>" + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" if c else "<table:table-cell/>" for c in row) +
                       "</table:table-row>" for row in [HEADS, *ROWS])
        data = odt(f"<text:p>Biểu chỉ tiêu:</text:p><table:table>{rows}</table:table>" if kind == "odt" else f"<table:table>{rows}</table:table>",
                   kind="text" if kind == "odt" else "spreadsheet")
    r = post(service, data).json()
    got = [line.split("\t") for line in r["document"]["text"].strip().split("\n")]
    assert got[-3:] == [HEADS[1:], ["1. Kim ngạch xuất khẩu", "Triệu USD", "100", "86,4", "95,8"],
                        ["2. Điện thương phẩm", "Triệu kWh", "1250,5" if kind == "xlsx" else "1.250,5", "-", "105,2"]]
    m = r["metrics"][0]
    assert m["value"] == 86.4 and m["unit"] == "triệu usd" and m["code"] == "exports"
    assert [(c["kind"], c["value"]) for c in m["comparisons"]][-1] == ("change", -4.2)


def test_heads_over_heads_are_joined(service):
    data = docx(table([["Chỉ tiêu", ("Thực hiện", 2), "Tăng (%)"], ["", "6 tháng", "9 tháng", ""], ["A", "1", "2", "3"],
                       ["Thu ngân sách", "10,5", "21,5", "4,2"], ["Chi ngân sách", "9,5", "20,5", "3,2"]]))
    assert lines(service, data)[0] == "Chỉ tiêu\tThực hiện 6 tháng\tThực hiện 9 tháng\tTăng (%)"
    assert lines(service, data)[1] == "Thu ngân sách\t10,5\t21,5\t4,2"


def test_layout_tables_are_lines(service):
    data = docx(table([["UBND TỈNH HÀ GIANG\nSỞ CÔNG THƯƠNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
                       ["Số: 118/BC-SCT", "Hà Giang, ngày 05 tháng 10 năm 2023"]]), "BÁO CÁO", SENTENCE)
    r = post(service, data).json()["document"]
    assert r["number"] == "118/BC-SCT" and r["issued"] == "2023-10-05" and r["organization"] == "SỞ CÔNG THƯƠNG"
    assert r["text"].split("\n")[:3] == ["UBND TỈNH HÀ GIANG", "SỞ CÔNG THƯƠNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_odt_lists_and_repeats(service):
    styles = '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix=")" style:num-format="a"/>' \
             '<text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>'
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    body = f'<text:list text:style-name="L1">{item.format("một", "<text:list>" + item.format("con", "") + "</text:list>")}{item.format("hai", "")}</text:list>'
    assert lines(service, odt(body, styles)) == ["a) một", "- con", "b) hai"]
    huge = '<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p>' \
           '</table:table-cell></table:table-row></table:table>'
    assert len(text_of(service, odt(huge, kind="spreadsheet"))) < 2000


def test_numbers_of_a_sheet_read_as_they_are(service):
    cells = [(1234567.891, 0), (0.1234, 1), (45200, 2), 0.30000000000000004, 1.234, 12345678901, (-4.25, 3), 1e-7, (1234.0, 4)]
    formats = ["#,##0.0", "0.0%", "dd/mm/yyyy", "0.00;[Red]-0.00", '#,##0" tấn"']
    text = lines(service, xlsx([["Chỉ tiêu"] + [f"c{i}" for i in range(len(cells))], ["Dòng", *cells], ["Dòng hai", *cells]], formats))
    assert text[-1].split("\t")[1:] == ["1234567,9", "12,3%", "01/10/2023", "0,3", "1,2340", "12345678901", "-4,25", "0,0000001000", "1234"]


def test_merged_heads_of_a_sheet(service):
    data = xlsx([["Chỉ tiêu", "Thực hiện", None, "Tăng (%)"], [None, "6 tháng", "9 tháng", None], ["Thu", 10.5, 21.5, 4.2], ["Chi", 9.5, 20.5, 3.2]],
                merges=["A1:A2", "B1:C1", "D1:D2"])
    assert lines(service, data)[0] == "Chỉ tiêu\tThực hiện 6 tháng\tThực hiện 9 tháng\tTăng (%)"


def test_rtf_words_and_rows(service):
    raw = rtf("Báo cáo {5\\2} – đ")[:-1] + b"\\trowd\\cellx1\\cellx2\\intbl Thu\\cell 10,5\\cell\\row\\trowd\\intbl Chi\\cell 9,5\\cell\\row\\pard {\\*\\x bo}{\\v an}xong\\par}"
    assert lines(service, raw) == ["Báo cáo {5\\2} – đ", "Thu\t10,5", "Chi\t9,5", "xong"]


def test_old_fonts_in_documents(service):
    data = docx(misread(tcvn3(SENTENCE)))
    r = post(service, data).json()
    assert r["document"]["text"].strip() == SENTENCE and r["metrics"][0]["value"] == 1234.5
    assert r["document"]["source"] == {"media": TYPES["docx"], "charset": "tcvn3", "detected": True, "misread_as": "windows-1252"}


# ---- faults ----

@pytest.mark.parametrize("data, code", [
    (SAMPLES["docx"][:200], "unreadable"), (SAMPLES["docx"][:-30], "unreadable"),
    (SAMPLES["docx"].replace(b"PK\x01\x02", b"PK\x01\x03"), "unreadable"),
    (documents.archive({"[Content_Types].xml": documents.types("word/document.xml", "wordprocessingml.document")}), "unreadable"),
    (docx("<w:p><w:broken"), "unreadable"), (docx(""), "no_text"), (rtf(""), "no_text"),
    (documents.archive({"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<manifest:encryption-data/>"}), "encrypted"),
])
def test_damaged_documents(service, data, code):
    r = post(service, data, None if data.startswith(b"PK\3\4") else TYPES["docx"])
    assert r.json()["code"] == code and r.status_code == 422


def test_an_encrypted_member(service):
    data = bytearray(SAMPLES["docx"])
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    assert post(service, bytes(data)).json()["code"] == "encrypted"


def test_a_missing_converter_is_told(tmp_path):
    """The service without its tools beside it and none in PATH: the other ways go on."""
    alone = tmp_path / "baocao"
    shutil.copy(BINARY, alone)
    import conftest
    before, conftest.BINARY = conftest.BINARY, str(alone)
    try:
        s = Service(env={"PATH": str(tmp_path)})
    finally:
        conftest.BINARY = before
    try:
        for data in (SAMPLES["docx"], SAMPLES["rtf"]):
            r = post(s, data)
            assert r.status_code == 415 and r.json()["code"] == "converter_missing" and "install" in r.json()["detail"] and "baocao:full" in r.json()["detail"]
        assert s.extract(SENTENCE).status_code == 200
    finally:
        assert s.stop() == 0


# ---- documents of an office suite, PDF, scans (where the tools are installed) ----

import formats as golden  # noqa: E402
import forty  # noqa: E402

SOME = ["agriculture-department-nine-months-report", "planning-and-investment-report-with-tabbed-table", "statistics-office-quarterly-report"]


@pytest.fixture(scope="session")
def workshop(tmp_path_factory):
    need("soffice", "pdftotext", "catdoc")
    return tmp_path_factory.mktemp("formats")


@pytest.mark.parametrize("kind", [k for k in golden.OFFICE if k != "scan"])
def test_golden_reports_in_every_format(workshop, kind):
    every, figures, extra = golden.measure(BINARY, kind, workshop, [p.name for p in golden.reports()])
    assert every >= golden.KINDS[kind][2] and figures >= golden.KINDS[kind][3] and extra < 0.5


@pytest.mark.parametrize("kind", [k for k in golden.KINDS if k not in golden.OFFICE])
def test_golden_reports_as_pages_and_in_encodings(tmp_path, kind):
    every, figures, extra = golden.measure(BINARY, kind, tmp_path, [p.name for p in golden.reports()])
    assert every >= golden.KINDS[kind][2] and figures >= golden.KINDS[kind][3] and extra < 0.5


def test_golden_reports_scanned(workshop):
    need("tesseract", "pdftoppm")
    pytest.importorskip("PIL")
    pytest.importorskip("numpy")
    _, figures, extra = golden.measure(BINARY, "scan", workshop, SOME)
    assert figures >= 94 and extra <= 6


def differences(result, stacked=False):
    want, got = forty.facts(stacked), forty.found(result)
    return [(k, v) for k, v in want.items() if got.get(k) != v] + [("made up", k, v) for k, v in got.items() if want.get(k) != v]


def test_the_forty_indicators_are_what_the_test_says():
    assert len(forty.ROWS) == 40 and len({r[0] for r in forty.ROWS}) == 40
    cells = [x for i in range(40) for x in forty.figures(i)]
    assert len(cells) == 240 and cells.count(None) == len(forty.EMPTY)
    for stacked, empty in ((False, len(forty.EMPTY)), (True, 0)):  # each cell is a fact or a comparison of one
        assert len(forty.facts(stacked)) + sum(map(len, forty.facts(stacked).values())) == 240 - empty


@pytest.mark.parametrize("stacked", [False, True], ids=["one head", "heads over heads"])
@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "pdf"])
def test_a_workbook_of_forty_indicators_gives_every_cell(service, workshop, kind, stacked):
    pytest.importorskip("openpyxl")
    folder = workshop / f"book{int(stacked)}"
    folder.mkdir(exist_ok=True)
    path = folder / "t.xlsx"
    path.write_bytes(forty.workbook(stacked))
    if kind != "xlsx":
        path, = golden.office.convert(folder, kind, [path], workshop / "profile")
    r = post(service, path.read_bytes(), TYPES[kind])
    assert r.status_code == 200, r.text
    assert differences(r.json(), stacked) == []


@pytest.mark.parametrize("kind, size, middle", [("docx", "9pt", False), ("doc", "9pt", False), ("odt", "9pt", False), ("rtf", "9pt", False), ("pdf", "9pt", False),
                                                ("pdf", "10pt", False), ("pdf", "11pt", False), ("pdf", "9pt", True)])
def test_a_report_with_forty_indicators_gives_every_cell(service, workshop, kind, size, middle):
    """In the larger sizes names have four lines and figures no room: their last digits stand below them."""
    folder = workshop / f"forty{size}{int(middle)}"
    folder.mkdir(exist_ok=True)
    path = folder / "t.fodt"
    path.write_text(golden.office.flat(forty.report(), size=size, middle=middle), encoding="utf-8")
    path, = golden.office.convert(folder, kind, [path], workshop / "profile")
    r = post(service, path.read_bytes(), TYPES[kind])
    assert r.status_code == 200, r.text
    assert differences(r.json()) == []


def test_pdf_by_its_own_way(service, workshop):
    files = golden.make(BINARY, workshop, "pdf", [p.name for p in golden.reports()])
    r = post(service, files[SOME[0]].read_bytes()).json()
    source = r["document"]["source"]
    assert source["media"] == "application/pdf" and source["pages"] >= 2 and "scanned" not in source
    assert "Báo cáo của sở" not in r["document"]["text"]  # the running head
    assert not any(line.strip().isdigit() for line in r["document"]["text"].split("\n"))  # page numbers


def with_tesseract(folder, rows):
    """A service whose tesseract reads these rows from any picture."""
    fake = folder / "tesseract"
    fake.write_text("#!/bin/sh\nwhile read -r line; do echo \"$line\"; done <<'E' >\"$2.tsv\"\n" + "\n".join(rows) + "\nE\n", encoding="utf-8")
    fake.chmod(0o755)
    return Service(env={"PATH": f"{folder}:{os.environ['PATH']}"})


def test_doubtful_figures_have_a_warning(tmp_path):
    """What tesseract is not sure of, by a tesseract of the test's own."""
    words = [("Năm", 96), ("2023,", 95), ("xuất", 90), ("khẩu", 91), ("đạt", 92), ("86,4", 55), ("triệu", 96), ("USD,", 96), ("tăng", 96),
             ("4,2%", 97), ("sọ", 20), ("với", 96), ("cùng", 96), ("kỳ.", 96)]
    rows = ["level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
            "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t", "4\t1\t1\t1\t1\t0\t100\t200\t2000\t40\t-1\t"]
    rows += [f"5\t1\t1\t1\t1\t{i}\t{100 + 130 * i}\t200\t110\t40\t{c}\t{w}" for i, (w, c) in enumerate(words)]
    service = with_tesseract(tmp_path, rows)
    try:
        r = post(service, documents.png(), "image/png").json()
        text = r["document"]["text"]
        assert text.strip() == " ".join(w for w, _ in words) and r["document"]["source"]["scanned"] == 1
        assert [(w["code"], text[slice(*w["span"])]) for w in r["warnings"]] == [("ocr_doubtful", "86,4")]
        assert [m["value"] for m in r["metrics"]] == [86.4]  # told, not mended
        fake = tmp_path / "tesseract"
        fake.write_text(fake.read_text(encoding="utf-8").replace("\t55\t86,4", "\t95\t86,4").replace("\t96\ttriệu", "\t40\ttriệu"), encoding="utf-8")
        r = post(service, documents.png(), "image/png").json()
        assert [(w["code"], text[slice(*w["span"])]) for w in r["warnings"]] == [("ocr_doubtful", "86,4")]  # its unit
    finally:
        assert service.stop() == 0


TORN = {
    "merged heads": ["TT\tChỉ tiêu\tNăm 2022\tNăm 2023", "", "", "\tKH\tTH", "1\tXuất khẩu\t10,5", "21,5\t22,5"],
    "two paragraphs": ["TT\tChỉ tiêu\tKế hoạch năm 2023\tThực hiện năm 2023", "1\tXuất khẩu", "(triệu USD)\t10,5\t21,5", "2\tNhập khẩu\t9,5\t20,5"],
}


@pytest.mark.parametrize("lines, torn", [
    (["TT\tChỉ tiêu\tĐVT\tKế hoạch năm 2023\tThực hiện năm 2023", "1\tXuất khẩu\ttriệu USD", "21,5", "2\tNhập khẩu\ttriệu USD\t9,5",
      "\t3\tThu ngân sách\ttỷ đồng\t8,5\t7,5"], False),
    *((lines, True) for lines in TORN.values())], ids=["empty cells", *TORN])
def test_old_documents_lose_no_cell_unsaid(tmp_path, lines, torn):
    """catdoc writes an empty cell as an end of line, by a catdoc of the test's own."""
    fake = tmp_path / "catdoc"
    text = "\n".join(["BÁO CÁO", "Kết quả năm 2023", *lines, "II. ĐÁNH GIÁ CHUNG", "Công tác chỉ đạo được thực hiện kịp thời, sát với thực tế của địa phương."])
    fake.write_text("#!/bin/sh\nwhile IFS= read -r line; do printf '%s\\n' \"$line\"; done <<'E'\n" + text + "\nE\n", encoding="utf-8")
    fake.chmod(0o755)
    service = Service(env={"PATH": f"{tmp_path}:{os.environ['PATH']}"})
    try:
        r = post(service, bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), TYPES["doc"])
        assert r.status_code == 200, r.text
        r = r.json()
        found = [(m["indicator"], m["value"], m["status"]) for m in r["metrics"] + [g for g in r["goals"] if g["kind"] == "target"]]
        assert ["table_torn"] * torn == [w["code"] for w in r["warnings"]]
        assert r["document"]["text"].strip().endswith("Công tác chỉ đạo được thực hiện kịp thời, sát với thực tế của địa phương.")
        assert found == ([] if torn else [("Xuất khẩu", 21.5, "actual"), ("Thu ngân sách", 7.5, "actual"), ("Nhập khẩu", 9.5, "target"),
                                          ("Thu ngân sách", 8.5, "target")])
    finally:
        assert service.stop() == 0


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_pages_that_lie_on_their_side_or_head(tmp_path, turned):
    """tesseract's places are of the page as it lies, by a tesseract of the test's own."""
    lines = [["Năm", "2023,", "xuất", "khẩu", "đạt", "86,4", "triệu", "USD,"], ["tăng", "4,2%", "so", "với", "cùng", "kỳ", "năm", "trước."]]
    wide, high = 2480, 3508

    def place(x, y, w, h):
        if turned == 180:
            return wide - x - w, high - y - h, w, h
        return (high - y - h, x, h, w) if turned == 90 else (y, wide - x - w, h, w)
    size = (wide, high) if turned == 180 else (high, wide)
    rows = ["level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
            f"1\t1\t0\t0\t0\t0\t0\t0\t{size[0]}\t{size[1]}\t-1\t"]
    for i, line in enumerate(lines):
        rows.append("\t".join(map(str, (4, 1, 1, 1, i + 1, 0, *place(200, 300 + 60 * i, 2080, 40), -1, ""))))
        rows += ["\t".join(map(str, (5, 1, 1, 1, i + 1, k + 1, *place(200 + 260 * k, 300 + 60 * i, 240, 40), 96, w))) for k, w in enumerate(line)]
    service = with_tesseract(tmp_path, rows)
    try:
        r = post(service, documents.png(), "image/png").json()
        assert r["document"]["text"].strip() == " ".join(w for line in lines for w in line)
        assert [(m["value"], [c["value"] for c in m["comparisons"]]) for m in r["metrics"]] == [(86.4, [4.2])]
    finally:
        assert service.stop() == 0


def test_pages_that_nothing_can_read_are_told(workshop, tmp_path):
    """A PDF of a page with text and a page that is a picture, where there is no tesseract."""
    need("pdfunite")
    pytest.importorskip("PIL")
    from PIL import Image
    source = workshop / "sentence.fodt"
    source.write_text(golden.office.flat(SENTENCE), encoding="utf-8")
    text, = golden.office.convert(workshop, "pdf", [source], workshop / "profile")
    Image.new("RGB", (1240, 1754), "white").save(tmp_path / "picture.pdf", "PDF", resolution=150)
    subprocess.run(["pdfunite", str(text), str(tmp_path / "picture.pdf"), str(tmp_path / "both.pdf")], check=True)
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("pdftotext", "pdftoppm"):
        (tools / tool).symlink_to(shutil.which(tool))
    service = Service(env={"PATH": str(tools)})
    try:
        r = post(service, (tmp_path / "both.pdf").read_bytes(), TYPES["pdf"])
        assert r.status_code == 200 and [m["value"] for m in r.json()["metrics"]] == [1234.5]
        assert [w["code"] for w in r.json()["warnings"]] == ["pages_unread"]
        r = post(service, (tmp_path / "picture.pdf").read_bytes(), TYPES["pdf"])
        assert r.status_code == 415 and r.json()["code"] == "converter_missing" and "tesseract" in r.json()["detail"]
    finally:
        assert service.stop() == 0


@pytest.mark.parametrize("word", ["BÁO CÁO", "BAO CAO", "BÁO CAO"])
def test_a_title_below_a_heading_without_its_marks(service, word):
    r = post(service, f"SỞ CÔNG THƯƠNG\n{word}\nKết quả thực hiện nhiệm vụ 9 tháng đầu năm 2023\n\nI. KẾT QUẢ\n{SENTENCE}\n".encode(), "text/plain").json()
    assert r["document"]["title"] == "Kết quả thực hiện nhiệm vụ 9 tháng đầu năm 2023" and r["document"]["type"] == "report"


FACES = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
LINES = ["Năm 2023, kim ngạch xuất khẩu đạt 86,4 triệu USD, tăng 4,2%", "so với cùng kỳ. Thu ngân sách nhà nước đạt 512 tỷ đồng.",
         "Năm 2023, toàn tỉnh có 1.738 doanh nghiệp thành lập mới."]


def written(lines=LINES, size=(2480, 1200), at=(200, 200), letters=44):
    from PIL import Image, ImageDraw, ImageFont
    page = Image.new("RGB", size, "white")
    font = ImageFont.truetype(FACES, letters)
    for i, line in enumerate(lines):
        ImageDraw.Draw(page).text((at[0], at[1] + 2 * letters * i), line, "black", font)
    return page


def stamped(page):
    """Red rings and lines over the figures of LINES."""
    from PIL import Image, ImageChops, ImageDraw
    stamp = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(stamp)
    for x, y in ((1180, 240), (1500, 330), (1000, 420)):
        for r in (150, 140, 90, 60, 20):
            draw.ellipse([x - r, y - r, x + r, y + r], outline=(205, 40, 50), width=7)
        for k in range(-140, 141, 28):
            draw.line([x - 140, y + k, x + 140, y + k // 2], fill=(205, 40, 50), width=5)
    return ImageChops.multiply(page, stamp)


def as_file(page, form, **options):
    out = io.BytesIO()
    page.save(out, form, **{"dpi": (300, 300), **options})
    return out.getvalue()


@pytest.fixture(scope="module")
def reader():
    """A service with time for tesseract."""
    need("tesseract", "pdftoppm")
    pytest.importorskip("PIL")
    service = Service("--max-body", "20M", "--deadline", "120", "--convert-timeout", "60")
    yield service
    assert service.stop() == 0


def values(r):
    assert r.status_code == 200, r.text
    return [(m["value"], [c["value"] for c in m["comparisons"]]) for m in r.json()["metrics"]]


READ = [(86.4, [4.2]), (512, []), (1738, [])]


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "PDF"])
def test_pictures_of_every_kind(reader, form):
    page = written()
    r = post(reader, as_file(page, form, **({"resolution": 300} if form == "PDF" else {})))
    assert values(r) == READ
    media = "application/pdf" if form == "PDF" else f"image/{form.lower()}"
    assert r.json()["document"]["source"] == {"media": media, "charset": None, "detected": False, "pages": 1, "scanned": 1}


@pytest.mark.parametrize("mode, form, options", [("1", "TIFF", {"compression": "group4"}), ("P", "PNG", {}), ("L", "PNG", {}), ("CMYK", "JPEG", {}),
                                                 ("CMYK", "TIFF", {}), ("L", "TIFF", {"compression": "jpeg"})])
def test_pictures_of_every_depth(reader, mode, form, options):
    assert values(post(reader, as_file(written().convert(mode), form, **options))) == READ


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_is_paper(reader, mode):
    page = written().convert("RGBA")
    page.putalpha(page.convert("L").point(lambda v: 255 - v))
    clear = page.convert("RGBA").point(lambda v: 0)
    clear.putalpha(page.getchannel("A"))  # black everywhere, the letters alone to be seen
    data = as_file(clear.convert("LA") if mode == "LA" else clear.quantize(4) if mode == "P" else clear, "PNG")
    assert values(post(reader, data)) == READ


@pytest.mark.parametrize("form, options", [("PNG", {}), ("JPEG", {"quality": 85}), ("TIFF", {"compression": "tiff_lzw"})])
def test_a_stamp_over_figures_takes_none_of_them(reader, form, options):
    page = written()
    clean, under = (post(reader, as_file(p, form, **options)) for p in (page, stamped(page)))
    assert values(clean) == values(under) == READ
    assert clean.json()["document"]["text"] == under.json()["document"]["text"]


def test_rules_of_a_table_are_taken_out_of_pictures_too(reader):
    from PIL import ImageDraw, ImageFont
    rows = [["Chỉ tiêu", "Đơn vị", "Năm 2022", "Năm 2023"], ["Xuất khẩu", "triệu USD", "275,1", "286,4"], ["Nhập khẩu", "triệu USD", "127,7", "127,9"],
            ["Thu ngân sách", "tỷ đồng", "1.498", "1.612"]]
    edges = [200, 840, 1240, 1640, 2040]
    font = ImageFont.truetype(FACES.replace("Serif", "Sans"), 44)
    read = []
    for ruled in (False, True):
        page = written([], size=(2480, 1400))
        draw = ImageDraw.Draw(page)
        for y, row in enumerate(rows):
            for x, cell in enumerate(row):
                draw.text((edges[x] + 24, 224 + 100 * y), cell, "black", font)
        for y in range(ruled * (len(rows) + 1)):
            draw.line([edges[0], 200 + 100 * y, edges[-1], 200 + 100 * y], "black", 4)
        for x in edges * ruled:
            draw.line([x, 200, x, 200 + 100 * len(rows)], "black", 4)
        read.append(post(reader, as_file(page, "PNG")))
    assert sorted(v for v, _ in values(read[1])) == [127.7, 127.9, 275.1, 286.4, 1498, 1612]
    assert read[0].json()["document"]["text"] == read[1].json()["document"]["text"]


@pytest.mark.parametrize("dpi", [None, (72, 72), (300, 300), (9999, 9999)])
def test_a_cutting_of_large_letters_keeps_their_bars(reader, dpi):
    """Strokes of letters are no rules where the picture is of less than a page, whatever resolution it claims."""
    page = written(["Tổng thu THUẾ đạt 512 tỷ đồng."], size=(1100, 160), at=(30, 30), letters=60)
    r = post(reader, as_file(page, "PNG", dpi=dpi) if dpi else as_file(page, "PNG", dpi=()))
    assert r.json()["document"]["text"].strip() == "Tổng thu THUẾ đạt 512 tỷ đồng."


def test_a_picture_larger_than_a_page_is_scaled(reader):
    page = written(size=(2480, 3508))
    r = post(reader, as_file(page.resize((4960, 7016)), "PNG", dpi=(600, 600)))
    assert values(r) == READ


def test_a_tiff_of_pages(reader):
    pages = [written([line]) for line in ("Năm 2023, kim ngạch xuất khẩu đạt 86,4 triệu USD.", "Năm 2023, thu ngân sách nhà nước đạt 512 tỷ đồng.",
                                          "Năm 2023, kim ngạch nhập khẩu đạt 57,9 triệu USD.")]
    data = as_file(pages[0], "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw")
    r = post(reader, data)
    assert values(r) == [(86.4, []), (512, []), (57.9, [])]
    assert r.json()["document"]["source"]["pages"] == r.json()["document"]["source"]["scanned"] == 3


@pytest.mark.parametrize("order", ["<", ">"])
def test_pages_of_a_tiff_are_not_lost_unsaid(reader, order):
    whole = documents.tiff(3, order=order)
    assert post(reader, whole).json()["code"] == "no_text"  # all of it is white
    for cut in (5, 120, 200):
        r = post(reader, whole[:-cut])
        assert r.status_code == 422 and r.json()["code"] == "unreadable"


@pytest.mark.parametrize("mode, options", [("RGB", {}), ("L", {}), ("RGB", {"compression": "tiff_lzw"})])
def test_a_tiff_without_all_of_its_pixels_is_damaged(reader, mode, options):
    """Leptonica would take what is missing of colours for white paper."""
    whole = as_file(written().convert(mode), "TIFF", **options)
    assert values(post(reader, whole)) == READ
    middle = len(whole) // 2
    cut = struct.unpack("<I", whole[4:8])[0] < middle  # the directory stands before the pixels
    r = post(reader, whole[:middle] if cut else whole[:middle] + b"\xff" * 200 + whole[middle + 200:])
    assert r.status_code == 422 and r.json()["code"] == "unreadable", r.text
