"""Old encodings: every golden report in each of them gives the facts of the plain text, told or not."""
import subprocess
import sys

import pytest

from conftest import ROOT

sys.path.insert(0, str(ROOT / "tests"))
from encoders import ENCODERS, misread, plain, tcvn3, vni  # noqa: E402

GOLDEN = sorted(p for p in (ROOT / "tests" / "golden").iterdir() if p.is_dir())
SENTENCE = "Năm 2023, giá trị sản xuất công nghiệp ước đạt 1.234,5 tỷ đồng, tăng 8,2% so với cùng kỳ."
LETTERS = "ăâêôơưđ" + "".join("aăâeêioôơuưy"[i] and c for i, row in enumerate(
    ("àảãáạ", "ằẳẵắặ", "ầẩẫấậ", "èẻẽéẹ", "ềểễếệ", "ìỉĩíị", "òỏõóọ", "ồổỗốộ", "ờởỡớợ", "ùủũúụ", "ừửữứự", "ỳỷỹýỵ")) for c in row)


def said(result, fold=False):
    """Everything but places in the text and the source; fold: capitals that TCVN3 has no code for are gone."""
    def strip(v):
        if isinstance(v, dict):
            return {k: strip(x) for k, x in v.items() if k not in ("span", "source")}
        if isinstance(v, list):
            return [strip(x) for x in v]
        return v.lower() if fold and isinstance(v, str) else v
    return strip(result)


def post(service, data, kind="text/plain", query="", charset=None):
    return service.ask("POST", "/v1/extract" + query, data=data,
                       headers={"Content-Type": kind + (f"; charset={charset}" if charset else "")})


def source_of(folder):
    return next(p for p in (folder / "input.txt", folder / "input.html") if p.exists())


@pytest.mark.parametrize("name", ENCODERS)
@pytest.mark.parametrize("folder", GOLDEN, ids=lambda p: p.name)
def test_golden_reports_in_old_encodings(service, folder, name):
    path = source_of(folder)
    kind = "text/html" if path.suffix == ".html" else "text/plain"
    text = plain(path.read_text(encoding="utf-8"))
    if kind == "text/html":
        text = text.replace('<meta charset="utf-8">', "")
    want = post(service, text.encode(), kind, charset="utf-8").json()
    assert want["metrics"] or want["goals"]
    data = ENCODERS[name](text)
    for charset in (None, name):
        r = post(service, data, kind, charset=charset)
        assert r.status_code == 200, r.text
        got = r.json()
        assert got["document"]["source"]["charset"] == name
        assert got["document"]["source"]["detected"] == (charset is None)
        fold = name == "tcvn3"
        assert said(got, fold) == said(want, fold)


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii", "windows-1258", "utf-8"])
@pytest.mark.parametrize("folder", GOLDEN, ids=lambda p: p.name)
def test_golden_reports_misread_as_windows_1252(service, folder, name):
    """What a program left that took the bytes for Western European text."""
    path = source_of(folder)
    kind = "text/html" if path.suffix == ".html" else "text/plain"
    text = plain(path.read_text(encoding="utf-8"))
    want = post(service, text.encode(), kind, charset="utf-8").json()
    broken = misread(text.encode() if name == "utf-8" else ENCODERS[name](text))
    got = post(service, broken.encode(), kind, charset="utf-8").json()
    assert got["document"]["source"]["charset"] == name and got["document"]["source"]["misread_as"] == "windows-1252"
    fold = name == "tcvn3"
    assert said(got, fold) == said(want, fold)


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii", "windows-1258"])
def test_every_letter_goes_round(service, name):
    small = "".join(LETTERS) + "\nvà " + " ".join(LETTERS)
    got = post(service, ENCODERS[name](small), query="?include=text", charset=name).json()["document"]["text"]
    assert got == small
    capitals = small.upper()
    got = post(service, ENCODERS[name](capitals), query="?include=text", charset=name).json()["document"]["text"]
    assert got == capitals
    if name in ("tcvn3", "vni"):  # the fonts keep the punctuation of windows-1252
        signs = "“Nghị quyết” – tỷ lệ sinh 12‰… • ‘đạt’"
        assert post(service, ENCODERS[name](signs), query="?include=text", charset=name).json()["document"]["text"] == signs


def test_tcvn3_capitals_by_their_line(service):
    text = "UBND TỈNH HÀ GIANG\nSở Công Thương, UBND TỈNH báo cáo: Đến nay, GRDP của tỉnh tăng 5,5%.\nBÁO CÁO"
    got = post(service, tcvn3(text), query="?include=text").json()["document"]["text"]
    assert got == text


def test_a_text_of_both_kinds(service):
    """Some paragraphs in Unicode, some in .VnTime: each keeps its own."""
    other = "Tổng thu ngân sách nhà nước trên địa bàn tỉnh năm 2023 đạt 512 tỷ đồng, bằng 103% dự toán."
    mixed = SENTENCE + "\n" + misread(tcvn3(other))
    got = post(service, mixed.encode(), query="?include=text").json()
    assert got["document"]["text"] == SENTENCE + "\n" + other
    assert {1234.5, 512} <= {m["value"] for m in got["metrics"]}


def test_utf8_misread_twice(service):
    broken = misread(misread(SENTENCE.encode()).encode())
    assert post(service, broken.encode(), query="?include=text").json()["document"]["text"] == SENTENCE


@pytest.mark.parametrize("body", [SENTENCE, "Cà phê xuất khẩu sang Orléans, Besançon và Köln đạt 12 nghìn tấn, tăng 3,2%.",
                                  "Café société à la carte, déjà vu; naïve façade — 5%.", "Größe über 100 m², Straße 5.",
                                  "Tá»· l", "12 § 5 © 2023 ® 100 µm"])
def test_good_text_is_left_alone(service, body):
    got = post(service, body.encode(), query="?include=text").json()["document"]
    assert got["text"] == body and got["source"] == {"media": "text/plain", "charset": "utf-8", "detected": True}


@pytest.mark.parametrize("data", [b"Caf\xe9 soci\xe9t\xe9 \xe0 la carte, d\xe9j\xe0 vu", b"\xff\xfe\xfd", bytes(range(128, 256)) * 20,
                                  SENTENCE.encode()[:-2] + b"\xe1", SENTENCE.encode().replace(b"\xe1", b"\xc1", 1),
                                  b"a\x00b\x00c", b"\x00" * 64, SENTENCE.encode("utf-16-le")[:-1], b"Nam\x00 2023 dat 5%"])
def test_unrecognisable_bytes_are_refused(service, data):
    r = post(service, data)
    assert r.status_code == 400 and r.json()["code"] == "invalid_encoding"


def test_a_charset_that_the_caller_names_is_not_doubted(service):
    r = post(service, tcvn3(SENTENCE), charset="utf-8")
    assert r.status_code == 400 and r.json()["code"] == "invalid_encoding"
    got = post(service, vni(SENTENCE), query="?include=text", charset="VNI").json()["document"]
    assert got["text"] == SENTENCE and not got["source"]["detected"]


def test_entities_in_plain_text(service):
    text = "".join(f"&#{ord(c)};" if ord(c) > 0xFF else {"á": "&aacute;", "ô": "&ocirc;", "à": "&agrave;", "ù": "&ugrave;"}.get(c, c)
                   for c in SENTENCE)
    got = post(service, text.encode(), query="?include=text").json()
    assert got["document"]["text"] == SENTENCE and got["document"]["source"]["entities"] is True
    assert got["metrics"][0]["value"] == 1234.5
    got = post(service, "Phòng R&amp;D đạt 5%, A&B;".encode(), query="?include=text").json()
    assert got["document"]["text"] == "Phòng R&amp;D đạt 5%, A&B;"


def test_pasted_text_in_json(service):
    short = "Tỷ lệ 5%"
    got = service.ask("POST", "/v1/extract?include=text", json={"text": misread(tcvn3(short)), "charset": "tcvn3"}).json()
    assert got["document"]["text"] == short
    html = "<p>" + misread(vni(SENTENCE)) + "</p>"
    got = service.ask("POST", "/v1/extract?include=text", json={"html": html, "charset": "vni"}).json()
    assert got["document"]["text"] == SENTENCE
    r = service.ask("POST", "/v1/extract", json={"text": "a", "charset": "klingon"})
    assert r.status_code == 415 and r.json()["errors"] == [{"pointer": "/charset"}]


def test_charset_of_a_multipart_file(service):
    for files in ({"file": ("r.txt", tcvn3(SENTENCE), "text/plain")}, {"file": ("r.txt", tcvn3(SENTENCE), "text/plain; charset=tcvn3")},
                  {"file": ("r.txt", tcvn3(SENTENCE), "text/plain"), "charset": (None, "tcvn3")}):
        got = service.ask("POST", "/v1/extract?include=text", files=files).json()
        assert got["document"]["text"] == SENTENCE


@pytest.mark.parametrize("meta", ["utf-8", "iso-8859-1", "windows-1252", "x-user-defined", "klingon", ""])
def test_pages_that_name_a_wrong_charset(service, meta):
    page = f"<html><head><meta charset='{meta}'><title>x</title></head><body><p>{SENTENCE}</p><p>{SENTENCE}</p></body></html>"
    for encode in (tcvn3, vni):
        got = post(service, encode(page), "text/html", "?include=text").json()
        assert got["document"]["text"].split("\n")[-1] == SENTENCE


def test_entities_of_a_page_are_its_font_too(service):
    page = misread(tcvn3(f"<p>{SENTENCE}</p>")).replace("í", "&iacute;").replace("ê", "&ecirc;")
    assert "&i" in page
    got = post(service, page.encode("cp1252"), "text/html", "?include=text").json()
    assert got["document"]["text"] == SENTENCE


def test_a_server_may_name_the_wrong_charset(service, pages):
    pages["/old"] = (200, {"Content-Type": "text/html; charset=utf-8"}, tcvn3(f"<p>{SENTENCE}</p>"))
    got = service.ask("POST", "/v1/extract?include=text", json={"url": pages["base"] + "/old"}).json()
    assert got["document"]["text"] == SENTENCE and got["document"]["source"]["charset"] == "tcvn3"
