"""Fetching as portals need it: pages that send on, re-reads, hosts that are spared, TLS old and new, HTTP/2."""
import gzip
import http.server
import socket
import ssl
import struct
import subprocess
import threading
import time
import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from conftest import BINARY, Service, free_port
from test_pages import ARTICLE, HTML, SENTENCE, page

PAGE = page(ARTICLE + "</div>").encode()


def fetch(service, url, query=""):
    return service.ask("POST", "/v1/extract" + query, json={"url": url})


def values(r):
    assert r.status_code == 200, r.text
    return [m["value"] for m in r.json()["metrics"]]


def code(r):
    return r.json().get("code")


GOOD = [1234.5, 215, 1870]


class Portal:
    """answer(handler) gives (status, headers, body); what was asked is kept."""

    def __init__(self, answer, context=None):
        self.seen, self.now, self.most = [], 0, 0
        lock, portal = threading.Lock(), self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                with lock:
                    portal.seen.append((self.path, dict(self.headers)))
                    portal.now += 1
                    portal.most = max(portal.most, portal.now)
                status, headers, body = answer(self)
                with lock:
                    portal.now -= 1
                self.send_response(status)
                for k, v in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(k, v)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *a):
                pass

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, request, client_address):
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        if context:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.port = self.server.server_port
        self.base = f"http{'s' if context else ''}://127.0.0.1:{self.port}"

    def __enter__(self):
        return self

    def __exit__(self, *a):
        self.server.shutdown()
        self.server.server_close()


# ---- pages that send on ----

@pytest.mark.parametrize("meta", ['<meta http-equiv="refresh" content="0;url=/bai">', "<META HTTP-EQUIV='Refresh' CONTENT=\"2; URL='bai'\">",
                                  '<meta http-equiv=refresh content="0.5, bai">', '<meta http-equiv="refresh" content="0; url=bai?a=1&amp;b=2">'])
def test_a_page_that_sends_on_is_followed(service, pages, meta):
    pages["/dau"] = (200, HTML, f"<html><head>{meta}</head><body>Đang chuyển trang</body></html>".encode())
    pages["/bai"] = pages["/bai?a=1&b=2"] = (200, HTML, PAGE)
    assert values(fetch(service, pages["base"] + "/dau")) == GOOD


def test_the_refresh_header(service, pages):
    pages["/dau"] = (200, {**HTML, "Refresh": "0; url=/bai"}, b"<p>...</p>")
    pages["/bai"] = (200, HTML, PAGE)
    assert values(fetch(service, pages["base"] + "/dau")) == GOOD


@pytest.mark.parametrize("meta", ['<meta http-equiv="refresh" content="600;url=/khac">', '<meta http-equiv="refresh" content="300">', '<meta http-equiv="refresh" content="0;url=/o-lai">',
                                  '<noscript><meta http-equiv="refresh" content="0;url=/khac"></noscript>', '<!-- <meta http-equiv="refresh" content="0;url=/khac"> -->', '<meta name="refresh" content="0;url=/khac">'])
def test_a_page_that_stays_is_read(service, pages, meta):
    pages["/o-lai"] = (200, HTML, page(ARTICLE + "</div>", meta).encode())
    pages["/khac"] = (200, HTML, b"<p>Co 7 ha.</p>")
    assert values(fetch(service, pages["base"] + "/o-lai")) == GOOD


def test_refreshes_are_bounded_and_checked(service, pages):
    for i in range(6):
        pages[f"/r{i}"] = (200, HTML, f'<meta http-equiv="refresh" content="0;url=/r{i + 1}">'.encode())
    pages["/ra"] = (200, HTML, b'<meta http-equiv="refresh" content="0;url=http://10.0.0.1/">')
    pages["/tep"] = (200, HTML, b'<meta http-equiv="refresh" content="0;url=file:///etc/passwd">')
    pages["/a"] = (200, HTML, b'<meta http-equiv="refresh" content="0;url=/b">')
    pages["/b"] = (200, HTML, b'<meta http-equiv="refresh" content="0;url=/a">')
    assert [code(fetch(service, pages["base"] + p)) for p in ("/r0", "/ra", "/tep", "/a")] == ["fetch_failed", "fetch_blocked", "fetch_blocked", "fetch_failed"]


# ---- what the server says ----

def test_statuses_are_told(service, pages):
    for status in (404, 410, 401, 403, 500, 503):
        pages[f"/s{status}"] = (status, HTML, b"<p>x</p>")
    got = {s: fetch(service, f"{pages['base']}/s{s}").json() for s in (404, 410, 401, 403, 500, 503)}
    assert [got[s]["code"] for s in got] == ["page_missing", "page_missing", "page_login", "fetch_failed", "fetch_failed", "fetch_failed"]
    assert all(str(s) in got[s]["detail"] for s in (403, 500, 503))


def test_pages_that_only_say_so(service, pages):
    pages["/mat"] = (200, HTML, page("<h1>Không tìm thấy trang</h1><p>Mời về trang chủ.</p>").encode())
    pages["/khoa"] = (200, HTML, page('<form><input name="u"><input type="password" name="p"></form>').encode())
    pages["/den-khoa"] = (302, {"Location": "/khoa"}, b"")
    assert [code(fetch(service, pages["base"] + p)) for p in ("/mat", "/khoa", "/den-khoa")] == ["page_missing", "page_login", "page_login"]
    pages["/bai-404"] = (200, HTML, page(f"<h1>Quốc lộ 404 hoàn thành</h1><p>{SENTENCE}</p>").encode())
    assert 1234.5 in values(fetch(service, pages["base"] + "/bai-404"))


@pytest.mark.parametrize("encoding, pack", [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_compressed_pages(service, encoding, pack):
    with Portal(lambda h: (200, {**HTML, "Content-Encoding": encoding}, pack(PAGE))) as p:
        assert values(fetch(service, p.base + "/")) == GOOD
        assert encoding in p.seen[0][1]["Accept-Encoding"] and p.seen[0][1]["Accept-Language"].startswith("vi")


def test_the_charset_by_header_and_by_meta(service, pages):
    pages["/h"] = (200, {"Content-Type": "text/html; charset=utf-16le"}, PAGE.decode().encode("utf-16-le"))
    pages["/m"] = (200, {"Content-Type": "text/html"}, page(ARTICLE + "</div>", '<meta charset="utf-16le">').replace("utf-16le", "utf-8").encode())
    assert values(fetch(service, pages["base"] + "/h")) == values(fetch(service, pages["base"] + "/m")) == GOOD


# ---- re-reads ----

@pytest.mark.parametrize("name, asks, value", [("ETag", "If-None-Match", '"v1"'), ("Last-Modified", "If-Modified-Since", "Wed, 21 Oct 2020 07:28:00 GMT")])
def test_a_page_is_asked_for_again_by_its_validator(service, name, asks, value):
    state = {"value": value, "body": PAGE}

    def answer(h):
        if h.headers.get(asks) == state["value"]:
            return 304, {name: state["value"]}, b""
        return 200, {**HTML, name: state["value"]}, state["body"]
    with Portal(answer) as p:
        first, second = fetch(service, p.base + "/bai"), fetch(service, p.base + "/bai")
        assert values(first) == GOOD and second.json() == first.json()
        assert [asks in h for _, h in p.seen] == [False, True]
        state.update(value=value.replace("1", "2"), body=page(f"<p>{SENTENCE.replace('1.234,5', '99')}</p>").encode())
        assert values(fetch(service, p.base + "/bai")) == [99]  # changed: never the old one
        assert fetch(service, p.base + "/bai?x").status_code == 200 and asks not in p.seen[-1][1]  # another URL


@pytest.mark.parametrize("headers", [{}, {"ETag": '"v1"', "Cache-Control": "private, no-store"}])
def test_what_may_not_be_kept_is_not(service, headers):
    with Portal(lambda h: (200, {**HTML, **headers}, PAGE)) as p:
        assert values(fetch(service, p.base + "/")) == values(fetch(service, p.base + "/")) == GOOD
        assert all("If-None-Match" not in h for _, h in p.seen)


def test_a_304_that_nobody_asked_for(service):
    with Portal(lambda h: (304, {}, b"")) as p:
        assert code(fetch(service, p.base + "/")) == "fetch_failed"


def test_the_store_is_bounded():
    """Four pages of 3 MB a round, forty-eight in all: at most 32 MB of them are kept."""
    body = page(f"<p>{SENTENCE}</p><!--{'x' * 3_000_000}-->").encode()
    with Portal(lambda h: (304, {}, b"") if h.headers.get("If-None-Match") else (200, {**HTML, "ETag": '"a"'}, body)) as p:
        s = Service("--allow-fetch", "127.0.0.0/8")
        try:
            for i in range(48):
                assert values(fetch(s, f"{p.base}/{i}")) == [1234.5]
            with open(f"/proc/{s.process.pid}/status", encoding="ascii") as f:
                rss = next(int(line.split()[1]) // 1024 for line in f if line.startswith("VmRSS"))
            assert fetch(s, f"{p.base}/47").status_code == 200 and "If-None-Match" in p.seen[-1][1]
            assert fetch(s, f"{p.base}/0").status_code == 200 and "If-None-Match" not in p.seen[-1][1]
            assert rss < 400
        finally:
            assert s.stop() == 0


# ---- one host ----

def test_a_host_is_spared(service):
    def slow(h):
        time.sleep(0.2)
        return 200, HTML, PAGE
    with Portal(slow) as p, ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda i: fetch(service, f"{p.base}/{i}"), range(8)))
        assert [values(r) for r in got] == [GOOD] * 8 and p.most == 2


def test_waiting_for_a_host_ends_in_time(service):
    def stuck(h):
        time.sleep(5)
        return 200, HTML, PAGE
    with Portal(stuck) as p, ThreadPoolExecutor(4) as pool:
        began = time.monotonic()
        got = list(pool.map(lambda i: fetch(service, f"{p.base}/{i}"), range(4)))
        assert [code(r) for r in got] == ["fetch_timeout"] * 4 and time.monotonic() - began < 4.5


# ---- TLS ----

@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    for name, host in (("good", "IP:127.0.0.1"), ("other", "DNS:khac.example.vn")):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=baocao", "-addext", f"subjectAltName={host}",
                        "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.pem"], check=True, capture_output=True)
    return folder


def tls(folder, name="good"):
    c = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    c.load_cert_chain(folder / f"{name}.pem", folder / f"{name}.key")
    return c


@pytest.fixture(scope="module")
def trusting(certificate):
    both = certificate / "both.pem"
    both.write_bytes((certificate / "good.pem").read_bytes() + (certificate / "other.pem").read_bytes())
    s = Service("--allow-fetch", "127.0.0.0/8", "--fetch-timeout", "3", "--fetch-ca", str(both))
    yield s
    assert s.stop() == 0, b"".join(s.log[-20:])


def test_https_by_a_certificate_of_ones_own(trusting, certificate):
    with Portal(lambda h: (200, HTML, PAGE), tls(certificate)) as p:
        assert values(fetch(trusting, p.base + "/")) == GOOD


def test_certificates_that_are_not_trusted(service, trusting, certificate):
    with Portal(lambda h: (200, HTML, PAGE), tls(certificate)) as p, Portal(lambda h: (200, HTML, PAGE), tls(certificate, "other")) as q:
        for r in (fetch(service, p.base + "/"), fetch(trusting, q.base + "/")):
            assert r.status_code == 502 and code(r) == "fetch_tls" and "certificate" in r.json()["detail"]
        assert p.seen == q.seen == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_old_tls_is_told(trusting, certificate):
    old = tls(certificate)
    old.set_ciphers("ALL:@SECLEVEL=0")
    old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    with Portal(lambda h: (200, HTML, PAGE), old) as p:
        r = fetch(trusting, p.base + "/")
        assert r.status_code == 502 and code(r) == "fetch_tls" and "too old" in r.json()["detail"] and p.seen == []


def test_http_at_an_https_address(trusting):
    with Portal(lambda h: (200, HTML, PAGE)) as p:
        r = fetch(trusting, p.base.replace("http", "https") + "/")
        assert code(r) == "fetch_tls" and "http" in r.json()["detail"]


def test_the_file_of_certificates_must_hold_some(tmp_path):
    assert subprocess.run([BINARY, "serve", "--fetch-ca", str(tmp_path / "none")], capture_output=True).returncode == 2
    empty = tmp_path / "empty.pem"
    empty.write_text("x")
    out = subprocess.run([BINARY, "serve", "--listen", f"127.0.0.1:{free_port()}", "--admin-listen", f"127.0.0.1:{free_port()}", "--fetch-ca", str(empty)], capture_output=True, timeout=20)
    assert out.returncode == 1 and b"fetch-ca" in out.stderr


# ---- HTTP/2 ----

def frame(kind, flags, stream, body=b""):
    return struct.pack(">I", len(body))[1:] + bytes([kind, flags]) + struct.pack(">I", stream) + body


def serve_http2(listener, context, seen):
    """As little of RFC 9113 as one GET needs."""
    raw, _ = listener.accept()
    with context.wrap_socket(raw, server_side=True) as s:
        seen["alpn"] = s.selected_alpn_protocol()
        f = s.makefile("rb")
        seen["preface"] = f.read(24)
        s.sendall(frame(4, 0, 0))
        while True:
            head = f.read(9)
            if len(head) < 9:
                return
            length, kind, flags, stream = int.from_bytes(head[:3], "big"), head[3], head[4], int.from_bytes(head[5:], "big")
            f.read(length)
            if kind == 4 and not flags & 1:
                s.sendall(frame(4, 1, 0))
            if kind == 1:
                value = b"text/html; charset=utf-8"
                headers = b"\x88" + b"\x0f\x10" + bytes([len(value)]) + value  # :status 200, content-type
                s.sendall(frame(1, 4, stream, headers) + frame(0, 1, stream, PAGE))
                seen["stream"] = stream


def test_http2_where_it_is_offered(trusting, certificate):
    context, seen = tls(certificate), {}
    context.set_alpn_protocols(["h2"])
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve_http2, args=(listener, context, seen), daemon=True)
        thread.start()
        assert values(fetch(trusting, f"https://127.0.0.1:{listener.getsockname()[1]}/")) == GOOD
        thread.join(timeout=5)
    assert seen == {"alpn": "h2", "preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "stream": 1}


def test_http2_obeys_the_address_rules(certificate):
    s = Service("--fetch-ca", str(certificate / "good.pem"))
    try:
        assert code(fetch(s, f"https://127.0.0.1:{free_port()}/")) == "fetch_blocked"
    finally:
        assert s.stop() == 0
