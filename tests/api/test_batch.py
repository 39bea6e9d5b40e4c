"""Several documents in one request: ZIPs, and the attachments of a page."""
import base64
import csv
import io
import os
import struct
import time
import zipfile
import zlib

import pytest

from conftest import Service, facts
from test_hostile import DOC, tool
from test_formats import SAMPLES, TYPES
from test_pages import ARTICLE, HTML, SENTENCE, page

ZIP = {"Content-Type": "application/zip"}
PLAIN = f"{SENTENCE}\n".encode()
WEB = page(f"<div><p>{SENTENCE}</p></div>").encode()


def archive(*members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as z:
        for name, body in members:
            z.writestr(name, body)
    return out.getvalue()


def read(service, data, query="", headers=ZIP):
    r = service.ask("POST", "/v1/extract" + query, data=data, headers=headers)
    assert r.status_code == 200, r.text
    return r.json()["documents"]


def told(documents):
    """Name and value, or name and code."""
    return [(d["name"], d["result"]["metrics"][0]["value"] if "result" in d else d["problem"]["code"]) for d in documents]


# ---- ZIP ----

REPORTS = [("bc/a.docx", SAMPLES["docx"]), ("bc/b.txt", PLAIN), ("c.html", WEB), ("d.xlsx", SAMPLES["xlsx"])]


def test_each_document_of_a_zip_has_its_result(service):
    got = read(service, archive(*REPORTS))
    assert told(got) == [(name, 1234.5) for name, _ in REPORTS]
    assert [d["result"]["document"]["source"]["media"] for d in got] == [TYPES["docx"], "text/plain", "text/html", TYPES["xlsx"]]
    assert all(d["result"]["warnings"] == [] for d in got)  # the names tell the types
    alone = service.ask("POST", "/v1/extract", data=SAMPLES["docx"], headers={"Content-Type": TYPES["docx"]}).json()
    assert got[0]["result"] == alone


def test_every_way_in(service, pages):
    data = archive(*REPORTS)
    raw = read(service, data)
    pages["/all.zip"] = (200, ZIP, data)
    ways = [service.ask("PUT", "/v1/extract", data=data),
            service.ask("POST", "/v1/extract", data=data, headers={"Content-Type": "application/x-zip-compressed"}),
            service.ask("POST", "/v1/extract", files={"file": ("all.zip", data, "application/octet-stream")}),
            service.ask("POST", "/v1/extract", json={"file": base64.b64encode(data).decode()}),
            service.ask("POST", "/v1/extract", json={"url": pages["base"] + "/all.zip"})]
    for r in ways:
        assert r.status_code == 200 and r.json()["documents"] == raw


def test_query_parameters_are_for_each(service):
    got = read(service, archive(*REPORTS[:2]), "?only=goals&include=text")
    assert [d["result"]["document"]["text"].strip() for d in got] == [SENTENCE] * 2 and all("metrics" not in d["result"] for d in got)


def test_one_bad_document_harms_no_other(service):
    whole = archive(("a.txt", PLAIN), ("rot.txt", b"x" * 500), ("z.txt", PLAIN), method=zipfile.ZIP_STORED)
    rotten = whole.replace(b"x" * 500, b"x" * 499 + b"y")  # its checksum no longer fits
    got = read(service, rotten)
    assert told(got) == [("a.txt", 1234.5), ("rot.txt", "unreadable"), ("z.txt", 1234.5)]
    got = read(service, archive(("leer.txt", b""), ("a.docx", SAMPLES["docx"][:300]), ("b.gif", b"GIF89a" + bytes(200)), ("in.zip", archive(("x.txt", PLAIN))), ("z.txt", PLAIN)))
    assert told(got) == [("leer.txt", "no_text"), ("a.docx", "unreadable"), ("b.gif", "unsupported_media_type"), ("in.zip", "unsupported_media_type"), ("z.txt", 1234.5)]
    assert all(d["problem"]["request_id"] for d in got[:4])


def test_an_encrypted_member_is_named(service):
    data = bytearray(archive(("khoa.txt", PLAIN), ("z.txt", PLAIN)))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    assert told(read(service, bytes(data))) == [("khoa.txt", "encrypted"), ("z.txt", 1234.5)]


def test_folders_and_litter_are_left_out(service):
    got = read(service, archive(("bc/", b""), ("__MACOSX/bc/._a.txt", b"x"), ("bc/.DS_Store", b"x"), ("bc/~$a.docx", b"x"), ("Thumbs.db", b"x"), ("bc/a.txt", PLAIN)))
    assert told(got) == [("bc/a.txt", 1234.5)]
    r = service.ask("POST", "/v1/extract", data=archive(("bc/", b""), ("Thumbs.db", b"x")), headers=ZIP)
    assert r.status_code == 422 and r.json()["code"] == "no_text"
    r = service.ask("POST", "/v1/extract", data=archive(), headers=ZIP)
    assert r.status_code in (415, 422)


def raw_zip(name, body, flags=0, extra=b""):
    """One stored member with the name's bytes as they are."""
    crc, size = zlib.crc32(body), len(body)
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, flags, 0, 0, 0, crc, size, size, len(name), 0) + name + body
    central = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, flags, 0, 0, 0, crc, size, size, len(name), len(extra), 0, 0, 0, 0, 0) + name + extra
    return local + central + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 1, 1, len(central), len(local), 0)


def unicode_extra(name, of):
    body = b"\1" + struct.pack("<I", zlib.crc32(of)) + name
    return struct.pack("<HH", 0x7075, len(body)) + body


@pytest.mark.parametrize("name, flags, extra, shown", [
    ("Báo cáo tháng 9.txt".encode(), 0x800, b"", "Báo cáo tháng 9.txt"),
    ("Báo cáo tháng 9.txt".encode(), 0, b"", "Báo cáo tháng 9.txt"),
    ("Résumé é.txt".encode("cp437"), 0, b"", "Résumé é.txt"),
    (b"B?o c?o.txt", 0, unicode_extra("Báo cáo.txt".encode(), b"B?o c?o.txt"), "Báo cáo.txt"),
    (b"khac.txt", 0, unicode_extra("Báo cáo.txt".encode(), b"B?o c?o.txt"), "khac.txt"),
    (b"../../etc/passwd.txt", 0, b"", "../../etc/passwd.txt"),
    (b"bc\\thang 9.txt", 0, b"", "bc/thang 9.txt"),
    (b"/abs.txt", 0, b"", "/abs.txt"),
    (b"a\nb\x00c\x7f\"'<.txt", 0x800, b"", "a?b?c?\"'<.txt"),
    ("\u0085\u200e.txt".encode(), 0x800, b"", "?\u200e.txt"),
    ("ơ".encode() * 700, 0x800, b"", "ơ" * 512),
])
def test_names_are_kept_and_harmless(service, name, flags, extra, shown):
    got = read(service, raw_zip(name, PLAIN, flags, extra))
    assert [(d["name"], d["result"]["metrics"][0]["value"]) for d in got] == [(shown, 1234.5)]


def test_too_many_members(service):
    at_most = archive(*[(f"{i}.txt", b"Co 5 ha.") for i in range(100)])
    assert len(read(service, at_most)) == 100
    r = service.ask("POST", "/v1/extract", data=archive(*[(f"{i}.txt", b"x") for i in range(101)]), headers=ZIP)
    assert r.status_code == 413 and r.json()["code"] == "too_many_documents"


def test_bombs(service):
    got = read(service, archive(("bom.txt", bytes(300_000_000)), ("z.txt", PLAIN)))  # ratio
    assert told(got) == [("bom.txt", "document_too_large"), ("z.txt", 1234.5)]
    got = read(service, archive(("lon.txt", (SENTENCE * 9000).encode()), ("z.txt", PLAIN)))  # --max-body is 1M
    assert told(got)[0] in [("lon.txt", "body_too_large"), ("lon.txt", "document_too_large")] and told(got)[1] == ("z.txt", 1234.5)


def test_damaged_archives_have_named_errors(service):
    good = archive(*REPORTS)
    for i in range(40, len(good), 97):
        for bad in (good[:i], good[:i] + b"\xff\x00\xff" + good[i + 3:]):
            r = service.ask("POST", "/v1/extract", data=bad, headers=ZIP)
            assert r.status_code in (200, 413, 415, 422), r.text
            if r.status_code == 200:
                assert all("result" in d or d["problem"]["code"] != "internal" for d in r.json()["documents"])


def test_csv_of_several(service):
    r = service.ask("POST", "/v1/extract?format=csv", data=archive(("a.txt", PLAIN), ("hong.docx", b"PK\3\4xx"), ("=b.txt", PLAIN)), headers=ZIP)
    rows = list(csv.DictReader(io.StringIO(r.content.decode("utf-8-sig"))))
    assert [(x["document"], x["kind"], x["value"]) for x in rows if x["role"] != "change"] == \
        [("a.txt", "metric", "1234.5"), ("hong.docx", "problem", ""), ("'=b.txt", "metric", "1234.5")]
    assert rows[2]["role"] == "unreadable" and rows[2]["text"]


def test_nothing_is_left_behind(tmp_path):
    s = Service(env={"TMPDIR": str(tmp_path)})
    try:
        assert len(read(s, archive(*REPORTS))) == 4
        s.ask("POST", "/v1/extract", data=archive(("bc/", b"")), headers=ZIP)
        for _ in range(40):
            if not os.listdir(tmp_path):
                break
            time.sleep(0.05)
        assert os.listdir(tmp_path) == []
    finally:
        assert s.stop() == 0


def test_a_zip_as_a_job(service):
    data = archive(*REPORTS)
    r = service.ask("POST", "/v1/extract?async=1&wait=30", data=data, headers=ZIP)
    assert r.status_code == 200 and r.json()["documents"] == read(service, data)


def test_the_time_of_a_request_is_shared(tmp_path):
    """What was read in time is answered, the rest has a problem."""
    s = Service("--deadline", "4", env=tool(tmp_path, "hang"))
    try:
        got = read(s, archive(("a.txt", PLAIN), *[(f"{i}.doc", DOC) for i in range(9)], ("z.txt", PLAIN)))
        assert told(got) == [("a.txt", 1234.5)] + [(f"{i}.doc", "deadline_exceeded") for i in range(9)] + [("z.txt", "deadline_exceeded")]
    finally:
        assert s.stop() == 0


# ---- follow ----

def follow(service, url, query="", **more):
    return service.ask("POST", "/v1/extract" + query, json={"url": url, "follow": "attachments", **more})


@pytest.fixture()
def portal(pages):
    pages["/bc.docx"] = (200, {"Content-Type": TYPES["docx"]}, SAMPLES["docx"])
    pages["/get?id=1"] = (200, {"Content-Type": "application/force-download"}, SAMPLES["rtf"])
    pages["/all.zip"] = (200, ZIP, archive(*REPORTS))
    links = "".join(f'<p>Tệp: <a href="{u}">{u} đính kèm</a></p>' for u in ("bc.docx", "/mat.pdf", "/get?id=1&x=.rtf", "http://10.0.0.1/noi-bo.pdf", "/all.zip", "/dn.pdf"))
    pages["/get?id=1&x=.rtf"] = pages["/get?id=1"]
    pages["/dn.pdf"] = (200, HTML, page('<h1>Đăng nhập</h1><input type="password">').encode())
    pages["/tin"] = (200, HTML, page(f"{ARTICLE}{links}</div>").encode())
    return pages


def outcomes(result):
    return [(a["url"].split("/", 3)[3], a["result"]["metrics"][0]["value"] if "result" in a else a["problem"]["code"]) for a in result["document"]["attachments"]]


WANTED = [("bc.docx", 1234.5), ("mat.pdf", "page_missing"), ("get?id=1&x=.rtf", 1234.5), ("noi-bo.pdf", "fetch_blocked"),
          ("all.zip", "unsupported_media_type"), ("dn.pdf", "page_login")]


def test_attachments_are_followed(service, portal):
    r = follow(service, portal["base"] + "/tin")
    assert r.status_code == 200 and outcomes(r.json()) == WANTED
    plain = service.ask("POST", "/v1/extract", json={"url": portal["base"] + "/tin"}).json()
    got = r.json()
    for a in got["document"]["attachments"]:
        a.pop("result", None), a.pop("problem", None)
    assert got == plain  # the page itself is answered as ever


def test_follow_by_every_way(service, portal):
    html = page(f'{ARTICLE}<p><a href="bc.docx">một</a></p></div>', f'<base href="{portal["base"]}/">')
    ways = [service.ask("POST", "/v1/extract?follow=attachments", data=html.encode(), headers=HTML),
            service.ask("POST", "/v1/extract", json={"html": html, "follow": "attachments"}),
            service.ask("POST", "/v1/extract?follow=attachments&async=1&wait=30", data=html.encode(), headers=HTML),
            service.ask("POST", "/v1/extract", files={"file": ("a.html", html.encode(), "text/html"), "follow": (None, "attachments")})]
    for r in ways:
        assert r.status_code == 200 and outcomes(r.json()) == [("bc.docx", 1234.5)]
    relative = page(f'{ARTICLE}<p><a href="bc.docx">một</a></p></div>')
    got = service.ask("POST", "/v1/extract?follow=attachments", data=relative.encode(), headers=HTML).json()
    assert got["document"]["attachments"][0]["problem"]["code"] == "fetch_blocked"


def test_follow_without_attachments_changes_nothing(service):
    a = service.ask("POST", "/v1/extract?follow=attachments", data=PLAIN, headers={"Content-Type": "text/plain"}).json()
    assert a == service.ask("POST", "/v1/extract", data=PLAIN, headers={"Content-Type": "text/plain"}).json()


def test_wrong_values_of_follow(service):
    assert service.ask("POST", "/v1/extract?follow=links", data=PLAIN).json()["code"] == "invalid_parameter"
    r = service.ask("POST", "/v1/extract", json={"text": SENTENCE, "follow": "all"})
    assert r.json()["code"] == "invalid_parameter" and r.json()["errors"] == [{"pointer": "/follow"}]


def test_a_page_that_cannot_be_got_is_the_requests_problem(service, pages):
    assert follow(service, pages["base"] + "/weg").json()["code"] == "page_missing"


def test_follow_has_a_ceiling(service, pages):
    pages["/viele"] = (200, HTML, page(ARTICLE + "".join(f'<p><a href="/n{i}.txt?.pdf">Tệp {i}</a></p>' for i in range(25)) + "</div>").encode())
    for i in range(25):
        pages[f"/n{i}.txt?.pdf"] = (200, {"Content-Type": "text/plain; charset=utf-8"}, PLAIN)
    got = outcomes(follow(service, pages["base"] + "/viele").json())
    assert [v for _, v in got] == [1234.5] * 20 + ["too_many_documents"] * 5


def test_a_slow_attachment_has_its_own_problem(service, pages):
    pages["/cham.pdf"] = (200, {"Content-Type": "application/pdf"}, lambda: time.sleep(4) or b"x")
    pages["/nhanh.txt?.pdf"] = (200, {"Content-Type": "text/plain"}, PLAIN)
    pages["/hai"] = (200, HTML, page(f'{ARTICLE}<p><a href="/cham.pdf">a</a> <a href="/nhanh.txt?.pdf">b</a></p></div>').encode())
    assert [v for _, v in outcomes(follow(service, pages["base"] + "/hai").json())] == ["fetch_timeout", 1234.5]


def test_follow_as_csv(service, portal):
    r = follow(service, portal["base"] + "/tin", "?format=csv")
    rows = list(csv.DictReader(io.StringIO(r.content.decode("utf-8-sig"))))
    levels = [(x["document"].rsplit("/", 1)[-1], x["kind"], x["value"]) for x in rows if x["role"] != "change"]
    assert levels[:3] == [("", "metric", "1234.5"), ("", "metric", "215"), ("", "metric", "1870")]
    assert [x[:2] for x in levels[3:]] == [("bc.docx", "metric"), ("mat.pdf", "problem"), ("get?id=1&x=.rtf", "metric"), ("noi-bo.pdf", "problem"), ("all.zip", "problem"), ("dn.pdf", "problem")]
