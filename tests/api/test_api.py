"""The service over HTTP: bodies, formats, errors, hostile requests, fetch, life."""
import json
import re
import socket
import subprocess
import threading
import time

import pytest
import requests

from conftest import BINARY, ROOT, SPEC, Service, facts, free_port, validate

REPORT = (ROOT / "examples" / "bao-cao-mau.txt").read_text(encoding="utf-8")
SENTENCE = "Năm 2023, giá trị sản xuất công nghiệp ước đạt 1.234,5 tỷ đồng, tăng 8,2% so với cùng kỳ."


def code_of(r):
    return r.json()["code"]


def raw(port, data, wait=5, half_close=False):
    with socket.create_connection(("127.0.0.1", port), timeout=wait) as s:
        s.sendall(data)
        if half_close:
            s.shutdown(socket.SHUT_WR)
        out = b""
        try:
            while True:
                chunk = s.recv(65536)
                if not chunk:
                    break
                out += chunk
        except (TimeoutError, ConnectionResetError):
            pass
        return out


# ---- bodies ----

def test_every_kind_of_body_gives_the_same_facts(service):
    plain = service.extract(REPORT).json()
    assert len(plain["metrics"]) >= 4 and plain["document"]["province"]["code"] == "58"
    as_json = service.ask("POST", "/v1/extract", json={"text": REPORT}).json()
    as_file = service.ask("POST", "/v1/extract", files={"file": ("r.txt", REPORT.encode(), "text/plain")}).json()
    as_part = service.ask("POST", "/v1/extract", files={"text": (None, REPORT)}).json()
    cli = json.loads(subprocess.run([BINARY, "extract", "--charset", "utf-8", "-"], input=REPORT.encode(), capture_output=True, check=True).stdout)
    assert facts(plain) == facts(as_json) == facts(as_file) == facts(as_part) == facts(cli)
    assert plain == cli


def test_html_keeps_the_article_and_drops_the_rest(service):
    html = f"<html><body><div id='menu'><a href='/'>Trang chủ 55%</a></div><p>{SENTENCE}</p></body></html>"
    r = service.ask("POST", "/v1/extract?include=text", data=html.encode(), headers={"Content-Type": "text/html; charset=utf-8"}).json()
    assert [m["value"] for m in r["metrics"]] == [1234.5]
    assert "Trang chủ" not in r["document"]["text"]


@pytest.mark.parametrize("charset", ["utf-16", "windows-1258"])
def test_a_named_charset_is_decoded(service, charset):
    text = "Nam 2023, xu\u1ea5t kh\u1ea9u \u0111\u1ea1t 12,5 tri\u1ec7u USD."
    if charset == "windows-1258":
        import unicodedata
        decomposed = "".join(c if c in "ăâêôơưđĂÂÊÔƠƯĐ" else unicodedata.normalize("NFD", c) for c in text)
        decomposed = decomposed.replace("a\u0302", "â").replace("e\u0302", "ê").replace("a\u0323\u0302", "â\u0323").replace("e\u0323\u0302", "ê\u0323")
        data = decomposed.encode("cp1258")
    else:
        data = text.encode("utf-16")
    r = service.ask("POST", "/v1/extract?include=text", data=data, headers={"Content-Type": f"text/plain; charset={charset}"}).json()
    assert r["document"]["text"] == text
    assert r["metrics"][0]["value"] == 12.5 and r["metrics"][0]["code"] == "exports"


def test_issued_gives_the_date(service):
    r = service.ask("POST", "/v1/extract", json={"text": "Đến nay, tỉnh có 12 cụm công nghiệp.", "issued": "2023-10-23"}).json()
    assert r["document"]["issued"] == "2023-10-23"
    assert r["metrics"][0]["period"] == "../2023-10-23"


def test_spans_point_at_the_figures(service):
    r = service.extract(REPORT, "?include=text").json()
    text = r["document"]["text"]
    for m in r["metrics"]:
        if m["value"] is not None:
            assert re.search(r"\d", text[slice(*m["span"])])
        assert text[slice(*m["evidence"]["span"])] == m["evidence"]["text"]
        for c in m["comparisons"]:
            assert re.search(r"\d|gấp", text[slice(*c["span"])])


def test_unmet_targets_stand_on_their_shortcoming(service):
    text = "Hạn chế\n- Tỷ lệ lấp đầy chỉ đạt 38,5% (kế hoạch 45%).\n- Công tác phối hợp chưa chặt chẽ.\n"
    first, second = service.extract(text).json()["shortcomings"]
    assert [(u["indicator"], u["target"], u["actual"], u["unit"]) for u in first["unmet"]] == [("Tỷ lệ lấp đầy", 45, 38.5, "%")]
    assert "unmet" not in second
    (u,) = first["unmet"]
    assert text[slice(*u["span"])] == "Tỷ lệ lấp đầy chỉ đạt 38,5% (kế hoạch 45%)."


# ---- queries ----

def test_only_leaves_parts_out(service):
    r = service.extract(REPORT, "?only=metrics").json()
    assert "metrics" in r and "goals" not in r and "shortcomings" not in r and "causes" not in r
    r = service.extract(REPORT, "?only=goals,shortcomings").json()
    assert "metrics" not in r and r["goals"] and r["shortcomings"] and r["causes"]


def test_csv_opens_in_a_spreadsheet(service):
    by_query = service.extract(REPORT, "?format=csv")
    by_accept = service.extract(REPORT, Accept="text/csv")
    assert by_query.content == by_accept.content
    assert by_query.content.startswith(b"\xef\xbb\xbfid,")
    import csv
    import io
    rows = list(csv.DictReader(io.StringIO(by_query.content.decode("utf-8-sig"))))
    assert {"level", "change", "plan"} <= {r["role"] for r in rows}
    assert all(None not in r for r in rows)
    assert rows[0]["value"] == "12480"


def test_csv_text_is_no_formula(service):
    r = service.extract("=SUM(A1) đạt 10 tỷ đồng.", "?format=csv")
    assert "\"'=SUM" in r.text


@pytest.mark.parametrize("query", ["?only=nothing", "?include=all", "?format=xml", "?onyl=metrics", "?only=", "?explain=yes"])
def test_a_wrong_parameter_is_named(service, query):
    r = service.extract(REPORT, query)
    assert r.status_code == 400 and code_of(r) == "invalid_parameter"


def test_accept_without_a_common_format(service):
    r = service.extract(REPORT, Accept="image/png")
    assert r.status_code == 406 and code_of(r) == "not_acceptable"


# ---- catalogues, contract ----

def test_catalogues(service):
    codes = [i["code"] for i in service.ask("GET", "/v1/indicators").json()["indicators"]]
    assert len(codes) == len(set(codes)) and "iip" in codes
    provinces = service.ask("GET", "/v1/provinces").json()["provinces"]
    assert len(provinces) == 63 and len({p["now"]["code"] for p in provinces}) == 34


def test_contract_is_served(service):
    assert service.ask("GET", "/openapi.yaml").content == (ROOT / "openapi.yaml").read_bytes()
    assert "/v1/extract" in service.ask("GET", "/").text


def test_errors_of_the_code_are_those_of_the_contract():
    table = re.findall(r'X\(ERROR_\w+, (\d+), "(\w+)"', (ROOT / "handlers" / "errors.h").read_text())
    assert {c for _, c in table} == set(SPEC["components"]["schemas"]["Problem"]["properties"]["code"]["enum"])


def test_examples_of_the_contract_are_valid():
    for response in SPEC["components"]["responses"].values():
        for example in response["content"].get("application/problem+json", {}).get("examples", {}).values():
            validate(example["value"], "Problem")
    validate(SPEC["components"]["responses"]["Problem"]["content"]["application/problem+json"]["example"], "Problem")
    validate(SPEC["paths"]["/v1/extract"]["post"]["requestBody"]["content"]["application/json"]["example"], "ExtractRequest")


def test_admin(service):
    assert service.ask("GET", "/livez", admin=True).json() == {"status": "ok"}
    assert service.ask("GET", "/readyz", admin=True).json() == {"status": "ready"}
    assert service.ask("GET", "/version", admin=True).json()["name"] == "baocao"
    assert requests.get(service.url("/livez")).status_code == 404


# ---- errors ----

def test_paths_and_methods(service):
    assert code_of(service.ask("GET", "/v2")) == "not_found"
    r = service.ask("DELETE", "/v1/extract")
    assert r.status_code == 405 and r.headers["Allow"] == "POST, PUT"
    assert service.ask("POST", "/v1/indicators").headers["Allow"] == "GET, HEAD"
    r = requests.head(service.url("/v1/indicators"))
    assert r.status_code == 200 and not r.content


def test_request_id(service):
    assert service.extract(SENTENCE, **{"X-Request-Id": "abc-1"}).headers["X-Request-Id"] == "abc-1"
    made = service.extract(SENTENCE, **{"X-Request-Id": "a b<c>"}).headers["X-Request-Id"]
    assert made != "a b<c>"
    assert any(b'"request_id":"abc-1"' in line for line in service.log)


@pytest.mark.parametrize("body, code", [
    (b"{", "malformed_json"), (b"[]", "malformed_json"), (b'{"text": 1}', "malformed_json"), (b"{}", "malformed_json"),
    (b'{"text": "a", "html": "b"}', "malformed_json"), (b'{"txt": "a"}', "malformed_json"),
    (b'{"text": "a", "text": "b"}', "malformed_json"), (b'{"text": "\xff"}', "malformed_json"),
    (b"[" * 100000, "malformed_json"), (b'{"text": "a\\u0000b"}', "malformed_json"),
    (b'{"text": "a", "issued": "2023-02-30"}', "invalid_parameter"), (b'{"text": "a", "issued": "23"}', "invalid_parameter"),
    (b'{"text": ""}', "no_text"), (b'{"text": " \\n "}', "no_text"),
])
def test_json_faults(service, body, code):
    r = service.ask("POST", "/v1/extract", data=body, headers={"Content-Type": "application/json"})
    assert code_of(r) == code


@pytest.mark.parametrize("body, content_type, code", [
    (b"\xff\xfe\xfd", "text/plain", "invalid_encoding"), (b"abc\x00def", "text/plain", "invalid_encoding"),
    (b"\xc3\x28", "text/plain; charset=utf-8", "invalid_encoding"), (b"abc", "text/plain; charset=klingon", "unsupported_charset"),
    (b"", "text/plain", "empty_body"), (b"  \n", "text/plain", "no_text"), (b"<p></p>", "text/html", "no_text"),
    (b"GIF89a", "image/gif", "unsupported_media_type"), (b"a=b", "application/x-www-form-urlencoded", "unsupported_media_type"),
    (b"x", "multipart/form-data", "malformed_multipart"),
    (b"--b\r\n\r\n", "multipart/form-data; boundary=b", "malformed_multipart"),
    (b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nhello', "multipart/form-data; boundary=b", "malformed_multipart"),
    (b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--b--', "multipart/form-data; boundary=b", "malformed_multipart"),
    (b"--b--", "multipart/form-data; boundary=b", "malformed_multipart"),
    (b'--b\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: video/mp4\r\n\r\n1\r\n--b--', "multipart/form-data; boundary=b", "unsupported_media_type"),
])
def test_body_faults(service, body, content_type, code):
    headers = {"Content-Type": content_type} if content_type else {}
    assert code_of(service.ask("POST", "/v1/extract", data=body, headers=headers)) == code


def test_deep_html_is_refused(service):
    r = service.ask("POST", "/v1/extract", data=b"<div>" * 100000 + b"x", headers={"Content-Type": "text/html"})
    assert r.status_code == 413 and code_of(r) == "document_too_large"


def test_too_large_by_length_and_by_chunks(service):
    r = service.ask("POST", "/v1/extract", data=b"a" * (1 << 20) + b"b", headers={"Content-Type": "text/plain"})
    assert r.status_code == 413 and r.json()["limit"] == 1 << 20
    chunks = (b"a" * 65536 for _ in range(20))
    r = service.ask("POST", "/v1/extract", data=chunks, headers={"Content-Type": "text/plain"})
    assert code_of(r) == "body_too_large"


# ---- hostile ----

@pytest.mark.parametrize("headers, code", [
    ("Host: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n", b"conflicting_length"),
    ("Host: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n", b"conflicting_length"),
    ("Content-Length: 0\r\n", b"missing_host"),
    ("Host: a\r\nHost: b\r\nContent-Length: 0\r\n", b"missing_host"),
])
def test_framing_that_smuggles_is_refused(service, headers, code):
    out = raw(service.port, f"POST /v1/extract HTTP/1.1\r\n{headers}\r\n0\r\n\r\nGET /v1/provinces HTTP/1.1\r\nHost: a\r\n\r\n".encode())
    assert out.startswith(b"HTTP/1.1 400") and code in out and out.count(b"HTTP/1.1 ") == 1


def test_half_a_body_harms_nobody(service):
    with socket.create_connection(("127.0.0.1", service.port)) as s:
        s.sendall(b"POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf")
    assert service.extract(SENTENCE).status_code == 200


def test_a_huge_header_and_noise(service):
    out = raw(service.port, b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 300000 + b"\r\n\r\n")
    assert b" 200 " not in out[:20]
    raw(service.port, b"\x00\x01\x02 nonsense\r\n\r\n", wait=1)
    assert service.extract(SENTENCE).status_code == 200


def test_two_thousand_idle_connections(service):
    idle = []
    try:
        for _ in range(2000):
            s = socket.socket()
            s.connect(("127.0.0.1", service.port))
            idle.append(s)
        began = time.monotonic()
        assert service.extract(REPORT).status_code == 200
        assert time.monotonic() - began < 5
    finally:
        for s in idle:
            s.close()


# ---- busy, draining, configuration ----

def slow_page(pages, seconds):
    pages["/slow"] = (200, {"Content-Type": "text/html"}, lambda: (time.sleep(seconds), SENTENCE.encode())[1])
    return pages["base"] + "/slow"


@pytest.mark.parametrize("piece, times", [("lũy kế ", 8000), ("năm 2021, ", 8000), ("xã, phường, ", 8000), ("* ", 8000), ("1. ", 8000),
                                          ("điện thoại 12; ", 8000), ("1.234 ", 8000), ("từ 5 đến ", 800), ("tăng 5%, ", 800),
                                          ("gạo (5 tấn), ", 800), ("ngày 5 tháng 6 ", 2000)])
def test_work_grows_with_the_text(service, piece, times):
    """Four times the text may not take sixteen times the work."""
    def seconds(n):
        text = "Báo cáo năm 2023\n" + piece * n + "đạt 5 tỷ đồng"
        start = time.monotonic()
        assert service.ask("POST", "/v1/extract", data=text.encode(), headers={"Content-Type": "text/plain"}).status_code == 200
        return time.monotonic() - start
    few = min(seconds(times) for _ in range(2))
    assert seconds(4 * times) < 9 * few + 0.5


BIG = (SENTENCE + "\n") * 60000  # some seconds of work in all


def test_probes_answer_while_every_worker_is_busy_and_the_queue_fills():
    s = Service("--workers", "1", "--queue", "1", "--max-body", "60M", "--deadline", "120")
    try:
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(
            requests.post(s.url("/v1/extract?only=goals"), data=BIG.encode(), headers={"Content-Type": "text/plain"}))) for _ in range(4)]
        for t in threads:
            t.start()
        slowest = 0
        while any(t.is_alive() for t in threads):
            began = time.monotonic()
            assert s.ask("GET", "/livez", admin=True).status_code == 200
            slowest = max(slowest, time.monotonic() - began)
            time.sleep(0.01)
        assert slowest < 1
        codes = sorted(r.status_code for r in answers)
        assert codes[0] == 200 and codes[-1] == 429, codes
        full = next(r for r in answers if r.status_code == 429)
        assert full.json()["code"] == "queue_full" and int(full.headers["Retry-After"]) >= 1
    finally:
        s.stop()


def test_the_deadline_stops_work():
    s = Service("--workers", "1", "--deadline", "1", "--max-body", "60M")
    try:
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(
            requests.post(s.url("/v1/extract?only=goals"), data=(BIG * 6).encode(), headers={"Content-Type": "text/plain"}))) for _ in range(4)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        late = [r for r in answers if r.status_code == 503]
        assert late and late[0].json()["code"] == "deadline_exceeded"
    finally:
        s.stop()


def test_sigterm_answers_what_is_in_flight(pages):
    s = Service("--allow-fetch", "127.0.0.0/8")
    got = []
    t = threading.Thread(target=lambda: got.append(requests.post(s.url("/v1/extract"), json={"url": slow_page(pages, 1.5)})))
    t.start()
    time.sleep(0.5)
    s.process.terminate()
    t.join()
    assert got[0].status_code == 200 and got[0].json()["metrics"]
    assert s.stop() == 0


@pytest.mark.parametrize("args, word", [
    (["--wrkers", "2"], "--wrkers"), (["--workers", "0"], "--workers"), (["--workers", "many"], "--workers"),
    (["--listen", "nowhere"], "--listen"), (["--max-body", "1T"], "--max-body"), (["--allow-fetch", "10.0.0.0/99"], "--allow-fetch"),
    (["--workers"], "--workers"),
])
def test_a_wrong_option_is_named(args, word):
    r = subprocess.run([BINARY, "serve", *args], capture_output=True, text=True)
    assert r.returncode == 2 and word in r.stderr


def test_environment_sets_and_refuses():
    s = Service(env={"BAOCAO_WORKERS": "3"})
    s.stop()
    first = json.loads(s.log[0])
    assert first["event"] == "configuration" and first["workers"] == 3
    import os
    r = subprocess.run([BINARY, "serve"], capture_output=True, text=True, env={**os.environ, "BAOCAO_WORKRES": "3"})
    assert r.returncode == 2 and "BAOCAO_WORKRES" in r.stderr


def test_command_line():
    run = lambda *a, **k: subprocess.run([BINARY, *a], capture_output=True, **k)  # noqa: E731
    assert run("version").stdout.startswith(b"baocao ")
    assert run("extract", "no-such-file").returncode == 1
    assert run("extract", "--format", "xml", "-").returncode == 2
    assert run("fly").returncode == 2
    assert run("extract", "--format", "csv", "-", input=REPORT.encode()).stdout.startswith(b"\xef\xbb\xbfid,")
    assert run("probe", f"127.0.0.1:{free_port()}").returncode == 1


def test_probe(service):
    assert subprocess.run([BINARY, "probe", f"127.0.0.1:{service.admin}"]).returncode == 0


# ---- fetch ----

PAGE = f"""<html><head><title>Cổng</title></head><body>
<div class="top-menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/x">Giới thiệu 25 năm</a></li></ul></div>
<table width="100%"><tr><td width="20%"><div class="sidebar"><a href="/1">Xuất khẩu tăng 33% năm 2020</a><br><a href="/2">Thu hút 99 dự án</a></div></td>
<td><h1>Công nghiệp năm 2023 tăng khá</h1><p>{SENTENCE}</p>
<p>Trong năm, toàn tỉnh thành lập mới 215 doanh nghiệp với tổng vốn đăng ký 1.870 tỷ đồng, giảm 3,4% so với năm 2022.</p></td></tr></table>
<div id="footer">Điện thoại: 0259.3822.679. Lượt truy cập: 1.234.567</div></body></html>"""


def fetch(service, url, **more):
    return service.ask("POST", "/v1/extract?include=text", json={"url": url, **more})


def test_a_page_gives_its_article(service, pages):
    pages["/page"] = (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode())
    r = fetch(service, pages["base"] + "/page").json()
    assert sorted(m["value"] for m in r["metrics"]) == [215, 1234.5, 1870]
    for word in ("Trang chủ", "33%", "99 dự án", "0259", "1.234.567"):
        assert word not in r["document"]["text"]
    assert "Công nghiệp năm 2023 tăng khá" in r["document"]["text"]
    as_part = service.ask("POST", "/v1/extract?include=text", files={"url": (None, pages["base"] + "/page")}).json()
    assert as_part == r


def test_loopback_is_refused_without_the_option(pages):
    pages["/page"] = (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode())
    port = pages["base"].rsplit(":", 1)[1]
    s = Service()
    try:
        for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::ffff:127.0.0.1]", "[::1]",
                     "0", "0.0.0.0", "10.0.0.1", "169.254.169.254", "192.168.1.1", "[fd00::1]", "[64:ff9b::7f00:1]"):
            r = fetch(s, f"http://{host}:{port}/page")
            assert r.status_code == 403 and code_of(r) == "fetch_blocked", host
            assert "127." not in r.json()["detail"]
        for url in ("file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", f"http://u:p@127.0.0.1:{port}/page", "nonsense", ""):
            assert code_of(fetch(s, url)) == "fetch_blocked", url
    finally:
        s.stop()


def test_the_metadata_address_is_never_let_through():
    s = Service("--allow-fetch", "169.254.0.0/16")
    try:
        assert code_of(fetch(s, "http://169.254.169.254/latest")) == "fetch_blocked"
    finally:
        s.stop()


def test_fetch_failures_have_their_own_answers(service, pages):
    import gzip
    html = {"Content-Type": "text/html"}
    pages["/pdf"] = (200, {"Content-Type": "video/mp4"}, b"%PDF")
    pages["/big"] = (200, html, b"<p>" + b"a" * 70000)
    pages["/bomb"] = (200, {**html, "Content-Encoding": "gzip"}, gzip.compress(b"a" * 5_000_000))
    pages["/file"] = (302, {"Location": "file:///etc/passwd"}, b"")
    pages["/loop"] = (302, {"Location": "/loop"}, b"")
    pages["/away"] = (302, {"Location": "http://10.0.0.1/"}, b"")
    pages["/gone"] = (500, html, b"x")
    pages["/there"] = (302, {"Location": "/here"}, b"")
    pages["/here"] = (200, html, SENTENCE.encode())
    base = pages["base"]
    assert code_of(fetch(service, base + "/pdf")) == "fetch_unsupported_media_type"
    assert code_of(fetch(service, base + "/big")) == "fetch_too_large"
    assert code_of(fetch(service, base + "/bomb")) == "fetch_too_large"
    assert code_of(fetch(service, base + "/file")) == "fetch_blocked"
    assert code_of(fetch(service, base + "/away")) == "fetch_blocked"
    assert code_of(fetch(service, base + "/loop")) == "fetch_failed"
    assert code_of(fetch(service, base + "/gone")) == "fetch_failed"
    assert code_of(fetch(service, base + "/missing")) == "page_missing"
    assert code_of(fetch(service, f"http://127.0.0.1:{free_port()}/")) == "fetch_failed"
    assert code_of(fetch(service, slow_page(pages, 4))) == "fetch_timeout"
    assert fetch(service, base + "/there").json()["metrics"][0]["value"] == 1234.5
    assert code_of(fetch(service, "http://127.0.0.1/" + "a" * 3000)) == "invalid_parameter"


def test_a_job_in_short(service):
    """The rest is in test_jobs.py."""
    path = service.extract(REPORT, "?async=1").headers["Location"]
    result = service.ask("GET", path + "/result?wait=10")
    assert result.json() == service.extract(REPORT).json() and service.ask("GET", path).json()["state"] == "done"


def test_every_operation_was_reached():
    from conftest import REACHED
    seen = {(p, m.lower()) for p, m, _, _ in REACHED}
    assert {(p, m) for p, item in SPEC["paths"].items() for m in item if m in ("get", "post")} <= seen


def test_explain_names_the_decisions_and_the_lexicon_entries_of_every_item(service):
    text = ("BÁO CÁO\nKết quả 9 tháng năm 2023\nI. KẾT QUẢ\nXuất khẩu đạt 86,4 triệu USD, giảm 4,2% so với cùng kỳ.\n"
            "II. HẠN CHẾ\n- Thu hút đầu tư còn chậm.\nIII. NHIỆM VỤ\n- Tiếp tục rà soát quy hoạch chợ.\n")
    plain = service.extract(text).json()
    r = service.extract(text, "?explain=1").json()
    level = r["metrics"][0]
    rules = {x["rule"]: x for x in level["explain"]["rules"]}
    assert rules["role"]["choice"] == "level" and rules["class"]["choice"] == "metric"
    assert rules["code"]["choice"] == level["code"] == "exports"
    assert all(x["margin"] >= 0 for x in rules.values())
    change = level["comparisons"][0]["explain"]
    assert {x["rule"]: x["choice"] for x in change["rules"]}["role"] == "fall"
    fall = next(x for x in change["lexicon"] if x["tag"] == "fall")
    assert fall["file"] == "relations" and text[fall["span"][0]:fall["span"][1]] == fall["text"] == "giảm"
    for item in r["shortcomings"] + [g for g in r["goals"] if g["kind"] == "task"]:
        assert item["explain"]["rules"][0]["rule"] == "passage" and item["explain"]["rules"][0]["choice"] == "section"
    # asking changes nothing but the explanations
    def strip(x):
        if isinstance(x, dict):
            return {k: strip(v) for k, v in x.items() if k != "explain"}
        return [strip(v) for v in x] if isinstance(x, list) else x
    assert strip(r) == plain and "explain" not in json.dumps(plain)
