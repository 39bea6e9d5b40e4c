"""Web archives: pages as browsers and Word save them."""
import base64
import json
import quopri
import subprocess

import pytest

from conftest import BINARY
from test_pages import ARTICLE, MORE, SENTENCE, attachments, page

TYPE = "multipart/related"
HTML = page(f'{ARTICLE}<p><a href="f/1.pdf">Tệp</a></p><img src="cid:bieu"></div>')


def part(kind, body, encoding="quoted-printable", **headers):
    if encoding == "quoted-printable":
        body = quopri.encodestring(body).replace(b"\n", b"\r\n")
    elif encoding == "base64":
        body = base64.encodebytes(body).replace(b"\n", b"\r\n")
    head = f"Content-Type: {kind}\r\n" + (f"Content-Transfer-Encoding: {encoding}\r\n" if encoding else "")
    return (head + "".join(f"{k.replace('_', '-')}: {v}\r\n" for k, v in headers.items()) + "\r\n").encode() + body


def archive(*parts, kind=f'{TYPE};\r\n\ttype="text/html";\r\n\tboundary="----=_Part_7"', boundary="----=_Part_7", head="From: <Saved by Blink>\r\nSnapshot-Content-Location: https://sct.example.vn/tin/9\r\nSubject: x\r\n"):
    out = f"{head}MIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n\r\n".encode()
    for p in parts:
        out += f"--{boundary}\r\n".encode() + p + b"\r\n"
    return out + f"--{boundary}--\r\n".encode()


PICTURE = part("image/png", b"\x89PNG\r\n", "base64", Content_Location="cid:bieu")


def read(service, data, kind=TYPE):
    r = service.ask("POST", "/v1/extract?include=text", data=data, headers={"Content-Type": kind} if kind else {})
    assert r.status_code == 200, r.text
    return r.json()


def values(result):
    return [m["value"] for m in result["metrics"]]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit", "binary", None])
def test_the_page_of_a_web_archive(service, encoding):
    r = read(service, archive(part("text/html; charset=utf-8", HTML.encode(), encoding, Content_Location="https://sct.example.vn/tin/9"), PICTURE))
    plain = service.ask("POST", "/v1/extract?include=text", data=HTML.encode(), headers={"Content-Type": "text/html; charset=utf-8"}).json()
    assert r["document"]["text"] == plain["document"]["text"] and r["metrics"] == plain["metrics"] and r["warnings"] == []
    assert r["document"]["source"] == {"media": TYPE, "charset": "utf-8", "detected": False}
    assert attachments(r) == [("https://sct.example.vn/tin/f/1.pdf", "Tệp", "application/pdf")]


@pytest.mark.parametrize("charset, name", [("windows-1258", "windows-1258"), ("UTF-16LE", "utf-16le")])
def test_the_pages_own_charset(service, charset, name):
    text = HTML
    if charset == "windows-1258":
        import unicodedata
        tones = "\u0300\u0301\u0303\u0309\u0323"
        def split(c):  # the tone stands behind its letter, hats stay
            d = unicodedata.normalize("NFD", c)
            return unicodedata.normalize("NFC", "".join(x for x in d if x not in tones)) + "".join(x for x in d if x in tones)
        text = "".join(map(split, HTML))
    r = read(service, archive(part(f'text/html;\r\n charset="{charset}"', text.encode(charset), "base64")))
    assert values(r) == [1234.5, 215, 1870] and r["document"]["source"]["charset"] == name
    assert MORE in r["document"]["text"]


def test_a_charset_that_is_only_in_the_page(service):
    html = HTML.replace("<title>", '<meta charset="utf-8"><title>')
    assert values(read(service, archive(part("text/html", html.encode())))) == [1234.5, 215, 1870]


@pytest.mark.parametrize("declared", [None, "application/octet-stream", "message/rfc822", "application/x-mimearchive", "text/plain", "application/msword"])
def test_the_type_is_seen(service, declared):
    """Word's "Single File Web Page" is often called .doc."""
    data = archive(part("text/html; charset=utf-8", HTML.encode()), PICTURE)
    r = read(service, data, declared)
    assert values(r) == [1234.5, 215, 1870] and r["document"]["source"]["media"] == TYPE
    told = declared not in ("message/rfc822", "application/x-mimearchive")
    assert [w["code"] for w in r["warnings"]] == ["media_detected"] * told


def test_by_name_by_url_and_on_the_command_line(service, pages, tmp_path):
    data = archive(part("text/html; charset=utf-8", HTML.encode()))
    raw = read(service, data)
    r = service.ask("POST", "/v1/extract?include=text", files={"file": ("tin.mhtml", data, "application/octet-stream")}).json()
    pages["/tin.mht"] = (200, {"Content-Type": "multipart/related"}, data)
    by_url = service.ask("POST", "/v1/extract?include=text", json={"url": pages["base"] + "/tin.mht"}).json()
    path = tmp_path / "tin.mht"
    path.write_bytes(data)
    cli = json.loads(subprocess.run([BINARY, "extract", "--include", "text", str(path)], capture_output=True, check=True).stdout)
    assert r == raw == cli
    assert by_url["metrics"] == raw["metrics"]


def test_which_part_is_the_page(service):
    other = part("text/html; charset=utf-8", page("<p>Quảng cáo: giảm 90%.</p>").encode(), Content_ID="<q>")
    main = part("text/html; charset=utf-8", HTML.encode(), Content_ID="<goc>")
    started = archive(other, main, kind=f'{TYPE}; start="<goc>"; boundary=b', boundary="b")
    assert values(read(service, started)) == [1234.5, 215, 1870]
    first = archive(PICTURE, main, other)
    assert values(read(service, first)) == [1234.5, 215, 1870]
    inner = archive(part("text/plain; charset=utf-8", "Chữ".encode()), main, kind="multipart/alternative; boundary=in", boundary="in", head="")
    assert values(read(service, archive(inner.replace(b"MIME-Version: 1.0\r\n", b"", 1), PICTURE))) == [1234.5, 215, 1870]
    single = b"MIME-Version: 1.0\r\n" + main
    assert values(read(service, single)) == [1234.5, 215, 1870]
    words = archive(part("text/plain; charset=utf-8", f"{SENTENCE} = 100% <b>".encode()))
    assert values(read(service, words))[0] == 1234.5 and "<b>" in read(service, words)["document"]["text"]
    unix = archive(main, PICTURE).replace(b"\r\n", b"\n")
    assert values(read(service, unix)) == [1234.5, 215, 1870]


@pytest.mark.parametrize("data", [
    archive(part("text/html; charset=utf-8", HTML.encode()))[:900],  # a cut page is no page
    archive(PICTURE), archive(), archive(part("text/html", b"<p>\xff", "x-uuencode")),
    archive(part("text/html", b"!!!", None).replace(b"\r\n\r\n", b"\r\nContent-Transfer-Encoding: base64\r\n\r\n", 1)),
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--x\r\n",
])
def test_damaged_archives(service, data):
    r = service.ask("POST", "/v1/extract", data=data, headers={"Content-Type": TYPE})
    assert r.status_code == 422 and r.json()["code"] == "unreadable", r.text


def test_nesting_is_bounded(service):
    data = part("text/html; charset=utf-8", HTML.encode())
    for i in range(9):
        data = f"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n".encode() + data + f"\r\n--b{i}--\r\n".encode()
    assert service.ask("POST", "/v1/extract", data=b"MIME-Version: 1.0\r\n" + data, headers={"Content-Type": TYPE}).status_code == 422
    many = archive(*[part("image/gif", b"x", None)] * 3000)
    assert service.ask("POST", "/v1/extract", data=many, headers={"Content-Type": TYPE}).json()["code"] == "document_too_large"


def test_headers_in_a_report_are_text(service):
    text = "MIME-Version: 1.0 là phần đầu thư.\n" + SENTENCE
    r = service.ask("POST", "/v1/extract", data=text.encode()).json()
    assert r["document"]["source"]["media"] == "text/plain" and 1234.5 in values(r)
