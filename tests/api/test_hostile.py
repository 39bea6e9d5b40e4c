"""Files made to hurt: bombs, loops, damage, and converters that hang, crash, fork, flood, eat memory or call out."""
import concurrent.futures
import io
import os
import random
import shutil
import socket
import struct
import subprocess
import sys
import time
import zlib

import pytest

from conftest import BINARY, ROOT, Service

sys.path.insert(0, str(ROOT / "tests"))
import documents  # noqa: E402
import test_mhtml  # noqa: E402
from test_formats import SAMPLES, SENTENCE, TYPES, need, post  # noqa: E402

MUTATIONS = int(os.environ.get("MUTATIONS", "500"))  # of each format
OCR_MUTATIONS = int(os.environ.get("OCR_MUTATIONS", "50"))  # of each that tesseract reads, slow
NAMED = {200, 400, 413, 415, 422, 503}
CODES = {"unreadable", "encrypted", "no_text", "document_too_large", "converter_crashed", "unsupported_media_type", "invalid_encoding"}
IN_PROCESS = {"text": "text/plain", "html": "text/html"}
WRAPPED = {"mhtml": "multipart/related", "zip": "application/zip"}
PICTURES = {"png": "image/png", "jpeg": "image/jpeg", "tiff": "image/tiff", "scan": "application/pdf"}
TYPES = {**TYPES, **IN_PROCESS, **WRAPPED, **PICTURES}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

TOOL = r"""
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
int main(int argc, char **argv) {
    (void)argc; (void)argv;
#if defined(HANG)
    for (;;) pause();
#elif defined(SPIN)
    for (volatile unsigned long i = 0;; i++) {}
#elif defined(EAT)
    for (;;) { char *p = malloc(1 << 20); if (!p) abort(); memset(p, 1, 1 << 20); }
#elif defined(CRASH)
    *(volatile int *)0 = 1;
#elif defined(FLOOD)
    for (;;) puts("x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x");
#elif defined(FILL)
    FILE *f = fopen("big", "w"); static char b[1 << 20]; while (f && fwrite(b, 1, sizeof b, f) == sizeof b) {} abort();
#elif defined(TRY)
    FILE *f = fopen("OUTSIDE", "w");
    printf("socket %d\n", socket(AF_INET, SOCK_STREAM, 0) >= 0);
    printf("fork %d\n", fork() >= 0);
    printf("write %d\n", f != NULL);
    printf("kill %d\n", kill(getppid(), 0) == 0);
    printf("descriptors %d\n", fcntl_open());
    printf("environment %d\n", getenv("SECRET") != NULL);
#endif
    return 0;
}
"""
COUNT = "#include <fcntl.h>\nstatic int fcntl_open(void) { int n = 0; for (int i = 3; i < 64; i++) n += fcntl(i, F_GETFD) >= 0; return n; }\n"


def tool(folder, kind):
    need("gcc")
    source = folder / (kind + ".c")
    source.write_text(COUNT.replace("static", "__attribute__((unused)) static") + TOOL.replace("OUTSIDE", str(folder / "outside")))
    folder.joinpath(kind).mkdir(exist_ok=True)
    subprocess.run(["gcc", "-w", f"-D{kind.upper()}", str(source), "-o", str(folder / kind / "catdoc")], check=True)
    return {"PATH": f"{folder / kind}:{os.environ['PATH']}"}


def children(service):
    out = subprocess.run(["ps", "-o", "pid=", "--ppid", str(service.process.pid)], capture_output=True, text=True).stdout.split()
    return [p for p in out if p]


def rss(service):
    with open(f"/proc/{service.process.pid}/status", encoding="ascii") as f:
        return next(int(line.split()[1]) // 1024 for line in f if line.startswith("VmRSS"))


DOC = OLE + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(4000)


@pytest.mark.parametrize("kind", ["hang", "spin", "eat", "crash", "flood", "fill"])
def test_a_converter_out_of_hand(tmp_path, kind):
    service = Service("--convert-timeout", "2", "--convert-memory", "128M", env=tool(tmp_path, kind))
    try:
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            bad = pool.submit(post, service, DOC, TYPES["doc"], "")
            began = time.monotonic()
            while not bad.done():  # the others go on
                assert service.extract(SENTENCE).status_code == 200
                assert service.ask("GET", "/livez", admin=True).status_code == 200
                time.sleep(0.05)
            r = bad.result()
        assert time.monotonic() - began < 8
        assert (r.status_code, r.json()["code"]) == ((413, "document_too_large") if kind == "flood" else (503, "converter_crashed"))
        assert children(service) == []
        assert rss(service) < 300
    finally:
        assert service.stop() == 0
    assert not list(tmp_path.glob("baocao-*"))


def test_what_a_converter_may_not(tmp_path):
    env = tool(tmp_path, "try")
    service = Service(env={**env, "SECRET": "x"})
    try:
        said = dict(line.rsplit(" ", 1) for line in post(service, DOC, TYPES["doc"]).json()["document"]["text"].strip().split("\n"))
        sandbox = next(line for line in service.log if b'"sandbox"' in line)
        assert said["descriptors"] == "0" and said["environment"] == "0"
        if b'"seccomp":"yes"' in sandbox:
            assert said["socket"] == said["fork"] == said["kill"] == "0"
        if b'"landlock":"yes"' in sandbox:
            assert said["write"] == "0" and not (tmp_path / "outside").exists()
    finally:
        service.stop()


def test_a_client_that_leaves_stops_the_work(tmp_path):
    service = Service("--convert-timeout", "60", env=tool(tmp_path, "hang"))
    try:
        with socket.create_connection(("127.0.0.1", service.port)) as s:
            s.sendall(f"POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Type: {TYPES['doc']}\r\nContent-Length: {len(DOC)}\r\n\r\n".encode() + DOC)
            now, before = children(service), None
            for _ in range(40):  # the look at the type comes and goes before the reader that hangs
                if now and now == before:
                    break
                time.sleep(0.3)
                now, before = children(service), now
            assert len(now) == 1 and now == before
            s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # gone, not only silent
        for _ in range(60):
            if not children(service):
                break
            time.sleep(0.05)
        assert children(service) == []
    finally:
        assert service.stop() == 0


def test_the_pool_is_bounded(tmp_path):
    service = Service("--convert-timeout", "2", "--converters", "2", "--queue", "1", env=tool(tmp_path, "hang"))
    try:
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            waiting = [pool.submit(post, service, DOC, TYPES["doc"], "") for _ in range(8)]
            time.sleep(1)
            assert len(children(service)) <= 2
            codes = sorted(w.result().status_code for w in waiting)
        assert codes.count(503) <= 4 and codes.count(429) >= 4
    finally:
        service.stop()


def test_zip_bombs(service):
    zeros = zlib.compressobj(9, zlib.DEFLATED, -15)
    members = documents.archive({"[Content_Types].xml": documents.types("word/document.xml", "wordprocessingml.document"),
                                 "word/document.xml": b"<a>" + b" " * (300 << 20) + b"</a>"})
    assert len(members) < 1 << 20 and zeros
    r = post(service, members)
    assert r.status_code == 413 and r.json()["code"] == "document_too_large"
    many = documents.docx(SENTENCE, more={f"x{i}": b"" for i in range(8000)})
    assert post(service, many).status_code == 200


def test_xml_bombs(service):
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha"}">' for i in range(10))
    body = f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><x>&e9;</x>'
    parts = {"[Content_Types].xml": documents.types("word/document.xml", "wordprocessingml.document"), "word/document.xml": body}
    assert post(service, documents.archive(parts)).json()["code"] == "unreadable"
    parts["word/document.xml"] = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'
    assert post(service, documents.archive(parts)).json()["code"] == "unreadable"
    deep = '<w:document xmlns:w="' + documents.W + '"><w:body>' + "<w:tbl><w:tr><w:tc>" * 5000
    parts["word/document.xml"] = deep
    assert post(service, documents.archive(parts)).json()["code"] == "unreadable"
    wide = documents.xlsx([["a"]], more={"xl/worksheets/sheet1.xml": '<worksheet><sheetData><row r="99999999"><c r="ZZZZZ99999999"><v>1</v></c></row></sheetData></worksheet>'})
    assert post(service, wide).status_code in (200, 422)


def pdf(objects, root=1):
    out, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n".encode() + body + b"\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{p:010} 00000 n \n" for p in places)
    return out + table.encode() + f"trailer <</Size {len(objects) + 1}/Root {root} 0 R>>\nstartxref\n{len(out)}\n%%EOF\n".encode()


def test_hostile_pdf(tmp_path):
    need("pdftotext", "tesseract")
    loop = pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>", b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>"])
    many = 100_000
    kids = b" ".join(b"3 0 R" for _ in range(many))
    crowd = pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % many, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"])
    vast = pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 90000000 90000000]>>"])
    service = Service("--convert-timeout", "10")
    try:
        for data in (loop, crowd, vast, b"%PDF-1.7\n" + os.urandom(20000)):
            began = time.monotonic()
            r = post(service, data, TYPES["pdf"], "")
            assert r.status_code in NAMED and r.status_code != 200 and r.json()["code"] in CODES
            assert time.monotonic() - began < 25
            assert children(service) == []
        assert service.extract(SENTENCE).status_code == 200
        assert rss(service) < 300
    finally:
        assert service.stop() == 0


@pytest.mark.parametrize("what, code", [
    (documents.png(60000, 60000, rows=100), "document_too_large"), (documents.png(2**31 - 1, 2**31 - 1, rows=0), "document_too_large"),
    (documents.png(0, 64, rows=0), "unreadable"), (documents.png(9000, 9000, rows=100), "unreadable"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xc0\0\x11\x08\xff\xdc\xff\xdc\3\1\x22\0\2\x11\1\3\x11\1\xff\xda\0\x0c\3\1\0\2\x11\3\x11\0\x3f\0" + bytes(900), "document_too_large"),
    (documents.tiff(3, width=60000, height=60000), "document_too_large"), (documents.tiff(1, width=2**32 - 1, height=2**32 - 1), "unreadable"),
    (documents.tiff(501), "document_too_large"), (documents.tiff(10_000), "document_too_large"),
    (documents.tiff(1, next_of=lambda i: 0), "unreadable"), (documents.tiff(400, next_of=lambda i: (i + 1) % 400), "unreadable"),
    (documents.tiff(3, next_of=lambda i: min(i + 1, 2)), "unreadable"), (documents.tiff(1, height=1 << 20), "unreadable"),
    (b"II*\0\xff\xff\xff\xff" + bytes(64), "unreadable"), (b"II*\0\0\0\0\0" + bytes(64), "unreadable"), (b"MM\0*", "unreadable"),
], ids=["png", "vast png", "flat png", "cut png", "jpeg", "tiff", "vast tiff", "501 pages", "10000 pages", "a page after itself", "pages in a ring",
        "a ring at the end", "cut tiff", "pages beyond the end", "no pages", "head only"])
def test_picture_bombs(service, what, code):
    """Refused by what their heads say, before anything is decoded."""
    kind = "image/png" if what[1:4] == b"PNG" else "image/jpeg" if what[:1] == b"\xff" else "image/tiff"
    began, before = time.monotonic(), rss(service)
    r = post(service, what, kind, "")
    assert (r.status_code, r.json()["code"]) == (413 if code == "document_too_large" else 422, code), r.text
    assert time.monotonic() - began < 3
    assert rss(service) < before + 100  # the service is the session's: under ASan it has kept much by now


def pictures():
    """A line of text as pictures, small so that reading it is quick."""
    try:
        from PIL import Image, ImageDraw, ImageFont
    except ImportError:
        return {}
    page = Image.new("L", (700, 60), "white")
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", 28)
    ImageDraw.Draw(page).text((10, 10), "Thu ngân sách đạt 512 tỷ đồng.", "black", font)
    out = {}
    for kind, form in (("png", "PNG"), ("jpeg", "JPEG"), ("tiff", "TIFF"), ("scan", "PDF")):
        file = io.BytesIO()
        page.save(file, form, resolution=200)
        out[kind] = file.getvalue()
    return out


def samples(workshop):
    page = f"<html><head><title>Tin</title></head><body><div><p>{SENTENCE}</p><p><a href='f/1.pdf'>Tệp</a></p></div></body></html>"
    out = dict(SAMPLES, text=SENTENCE.encode(), html=page.encode(), mhtml=test_mhtml.archive(test_mhtml.part("text/html; charset=utf-8", page.encode())),
               zip=documents.archive({"a.txt": SENTENCE, "b.docx": SAMPLES["docx"], "c.html": page}))
    if workshop and shutil.which("tesseract") and shutil.which("pdftoppm"):
        out.update(pictures())
    if workshop and shutil.which("soffice"):
        import formats
        name = "industry-and-trade-nine-months-report"
        for kind in ("docx", "odt", "doc", "rtf", "pdf"):
            out[kind] = formats.make(BINARY, workshop, kind, [name])[name].read_bytes()
        book = workshop / "small.xlsx"
        book.write_bytes(documents.xlsx([["Chỉ tiêu", "2022", "2023"], ["Thu", 10.5, 11.25], ["Chi", 9.75, 10.5]]))
        for kind in ("xls", "ods"):
            out[kind] = formats.office.convert(workshop, kind, [book], workshop / "profile")[0].read_bytes()
    return out


def test_damaged_files_of_every_format(tmp_path):
    """Bits turned, pieces cut out, doubled, and the end cut off: a named answer each, nothing left, nothing grown."""
    service = Service("--converters", "4", "--workers", "2", "--convert-timeout", "10", env={"TMPDIR": str(tmp_path)})
    rng = random.Random(7)
    try:
        before, statuses = None, {}
        for kind, data in samples(tmp_path).items():
            cases = []
            for i in range(OCR_MUTATIONS if kind in PICTURES else MUTATIONS):
                b = bytearray(data)
                for _ in range(rng.choice((1, 1, 3, 20))):
                    at = rng.randrange(len(b))
                    way = rng.randrange(4)
                    if way == 0:
                        b[at] ^= 1 << rng.randrange(8)
                    elif way == 1:
                        b[at] = rng.randrange(256)
                    elif way == 2:
                        del b[at:at + rng.randrange(1, 64)]
                        b += b" "
                    else:
                        b[at:at] = b[at:at + rng.randrange(1, 64)]
                cases.append(bytes(b[:rng.randrange(1, len(b))] if i % 4 == 0 else b))
            with concurrent.futures.ThreadPoolExecutor(4) as pool:
                for r in pool.map(lambda c: post(service, c, TYPES[kind], ""), cases):  # noqa: B023
                    assert r.status_code in NAMED, r.text
                    assert r.status_code == 200 or r.json()["code"] in CODES, r.text
                    statuses.setdefault(kind, {}).setdefault(r.status_code, 0)
                    statuses[kind][r.status_code] += 1
            before = before or rss(service)
        assert children(service) == [] and not list(tmp_path.glob("baocao-*"))
        assert rss(service) < before + 150
        assert service.extract(SENTENCE).status_code == 200
        print(statuses)
    finally:
        assert service.stop() == 0
