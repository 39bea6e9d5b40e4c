"""Jobs: how they are asked for, told of, waited on, stopped and forgotten."""
import concurrent.futures
import io
import json
import re
import socket
import subprocess
import threading
import time

import pytest

from conftest import BINARY, ROOT, Service
from test_api import REPORT, code_of, slow_page
from test_formats import TYPES, need
from test_hostile import DOC, children, tool

TEXT = {"Content-Type": "text/plain; charset=utf-8"}
GONE = "0" * 32


def post_text(service, query="?async=1", text=REPORT, **headers):
    return service.ask("POST", "/v1/extract" + query, data=text.encode(), headers={**TEXT, **headers})


def post_doc(service, query="?async=1", **headers):
    return service.ask("POST", "/v1/extract" + query, data=DOC, headers={"Content-Type": TYPES["doc"], **headers})


def job(service, path, query=""):
    r = service.ask("GET", path + query)
    assert r.status_code == 200, r.text
    return r.json()


def until(condition, seconds=5):
    """Seconds until it holds."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds, "it never came to be"
        time.sleep(0.02)
    return time.monotonic() - began


def without_id(problem):
    return {k: v for k, v in problem.items() if k != "request_id"}


@pytest.fixture
def hanging(tmp_path):
    """Makes services whose converter for DOC never ends."""
    made = []

    def make(*options):
        made.append(Service("--convert-timeout", "60", *options, env={**tool(tmp_path, "hang"), "TMPDIR": str(tmp_path)}))
        return made[-1]
    yield make
    for s in made:
        s.stop()
    assert not list(tmp_path.glob("baocao-*")), "temporary directories were left"


# ---- asking for one ----

def test_a_job_gives_to_the_byte_what_the_request_would(service):
    for query, headers in (("", {}), ("format=csv", {}), ("only=goals&explain=1", {}), ("", {"Accept": "text/csv"})):
        now = post_text(service, "?" + query, **headers)
        r = post_text(service, "?async=1&" + query, **headers)
        assert r.status_code == 202 and r.headers["Cache-Control"] == "no-store" and int(r.headers["Retry-After"]) >= 1
        assert r.headers["Location"] == "/v1/jobs/" + r.json()["id"] and "Preference-Applied" not in r.headers
        done = job(service, r.headers["Location"], "?wait=10")
        assert done["state"] == "done" and done["progress"] is None and done["result"] == r.headers["Location"] + "/result"
        for _ in range(2):
            result = service.ask("GET", done["result"])
            assert (result.status_code, result.headers["Content-Type"]) == (200, now.headers["Content-Type"])
            assert result.content == now.content
        assert service.ask("HEAD", done["result"]).headers["Content-Length"] == str(len(now.content))


@pytest.mark.parametrize("value", ["respond-async", "Respond-Async", "return=minimal, respond-async", "respond-async; x=1, handling=lenient"])
def test_prefer_asks_for_a_job(service, value):
    r = post_text(service, "", Prefer=value)
    assert r.status_code == 202 and r.headers["Preference-Applied"] == "respond-async"
    assert job(service, r.headers["Location"], "?wait=10")["state"] == "done"


@pytest.mark.parametrize("value", ["wait=10", "return=representation", "respond-asynchronously", ""])
def test_other_preferences_do_not(service, value):
    assert post_text(service, "", Prefer=value).status_code == 200


def test_async_0_overrules_prefer_and_put_does_as_post(service):
    assert post_text(service, "?async=0", Prefer="respond-async").status_code == 200
    r = service.ask("PUT", "/v1/extract?async=1", data=REPORT.encode())
    assert r.status_code == 202 and job(service, r.headers["Location"], "?wait=10")["state"] == "done"


def test_wrong_parameters_are_named_before_there_is_a_job(service):
    for query in ("?async=2", "?async=", "?async=1&wait=61", "?async=1&wait=soon", "?async=1&wait=-1", "?wait=5",
                  "?async=1&format=xml", "?async=1&fly=1"):
        assert code_of(post_text(service, query)) == "invalid_parameter", query
    assert code_of(post_text(service, "?async=1", Accept="image/png")) == "not_acceptable"
    assert code_of(post_text(service, "?async=1", text="")) == "empty_body"
    path = post_text(service).headers["Location"]
    for method, end in (("GET", "?wait=61"), ("GET", "?wait="), ("GET", "?async=1"), ("GET", "/result?format=csv"), ("DELETE", "?wait=1")):
        assert code_of(service.ask(method, path + end)) == "invalid_parameter", end
    assert service.ask("POST", path).headers["Allow"] == "GET, HEAD, DELETE"
    assert service.ask("DELETE", path + "/result").headers["Allow"] == "GET, HEAD"
    assert code_of(service.ask("GET", "/v1/jobs/")) == "not_found"


# ---- the result, good or bad ----

@pytest.mark.parametrize("body, kind", [(b"{", "application/json"), (b"x", "text/plain; charset=nonsense"), (b" \n", "text/plain"),
                                        (b"x", "video/mp4"), (b"%PDF-1.7\nnothing", "application/pdf")])
def test_a_failed_job_has_the_problem_of_the_request(service, body, kind):
    now = service.ask("POST", "/v1/extract", data=body, headers={"Content-Type": kind})
    r = service.ask("POST", "/v1/extract?async=1", data=body, headers={"Content-Type": kind, "X-Request-Id": "mine-7"})
    failed = job(service, r.headers["Location"], "?wait=10")
    assert now.status_code >= 400 and failed["state"] == "failed" and "result" not in failed
    assert without_id(failed["problem"]) == without_id(now.json()) and failed["problem"]["request_id"] == "mine-7"
    result = service.ask("GET", r.headers["Location"] + "/result")
    assert (result.status_code, result.headers["Content-Type"]) == (now.status_code, "application/problem+json")
    assert result.json() == failed["problem"]


def test_a_url_becomes_a_job(service, pages):
    now = service.ask("POST", "/v1/extract", json={"url": slow_page(pages, 0)})
    r = service.ask("POST", "/v1/extract?async=1", json={"url": slow_page(pages, 0)})
    assert service.ask("GET", r.headers["Location"] + "/result?wait=10").content == now.content


def test_deleting_a_finished_job_forgets_it(service):
    path = post_text(service).headers["Location"]
    assert job(service, path, "?wait=10")["state"] == "done"
    r = service.ask("DELETE", path)
    assert r.status_code == 204 and not r.content
    for method, end in (("GET", ""), ("GET", "?wait=5"), ("GET", "/result"), ("DELETE", "")):
        r = service.ask(method, path + end)
        assert (r.status_code, code_of(r)) == (404, "job_gone")


def test_unknown_ids_and_a_restart():
    s = Service()
    try:
        for id in (GONE, "x", GONE + "0", GONE[1:] + "é"):
            assert code_of(s.ask("GET", f"/v1/jobs/{id}")) == "job_gone", id
        path = post_text(s).headers["Location"]
        assert job(s, path, "?wait=10")["state"] == "done"
    finally:
        assert s.stop() == 0
    s = Service()
    try:
        r = s.ask("GET", path)
        assert (r.status_code, code_of(r)) == (404, "job_gone") and "post the document again" in r.json()["detail"]
    finally:
        s.stop()


def test_a_finished_job_expires():
    s = Service("--job-ttl", "1")
    try:
        path = post_text(s).headers["Location"]
        done = job(s, path, "?wait=10")
        assert done["state"] == "done" and done["expires"] > done["finished"]
        took = until(lambda: s.ask("GET", path).status_code == 404)
        assert 0.5 < took < 1.5
        assert code_of(s.ask("GET", path + "/result")) == "job_gone"
    finally:
        s.stop()


def test_ids_stand_in_no_log():
    s = Service()
    path = post_text(s).headers["Location"]
    service_id = path.rsplit("/", 1)[1]
    s.ask("GET", path + "/result?wait=5")
    s.ask("DELETE", path)
    s.stop()
    log = b"".join(s.log).decode()
    assert service_id not in log and f'"path":"/v1/jobs/{service_id[:8]}"' in log
    event = next(json.loads(line) for line in s.log if b'"event":"job"' in line)
    assert event["job"] == service_id[:8] and event["state"] == "done"


# ---- waiting ----

def test_waiting_with_the_post_saves_the_job(service, pages):
    for query, headers in (("?async=1&wait=10", {}), ("", {"Prefer": "respond-async, wait=10"}), ("", {"Prefer": "wait=10,respond-async"})):
        r = service.ask("POST", "/v1/extract" + query, json={"url": slow_page(pages, 0.5)}, headers=headers)
        assert r.status_code == 200 and "Location" not in r.headers
    r = service.ask("POST", "/v1/extract?async=1&wait=10", data=b"{", headers={"Content-Type": "application/json"})
    assert (r.status_code, code_of(r)) == (400, "malformed_json") and r.json()["request_id"] == r.headers["X-Request-Id"]
    began = time.monotonic()
    r = service.ask("POST", "/v1/extract?async=1&wait=1", json={"url": slow_page(pages, 1.8)})
    assert r.status_code == 202 and 0.8 < time.monotonic() - began < 1.7
    assert service.ask("GET", r.headers["Location"] + "/result?wait=10").status_code == 200


def test_who_waits_is_not_idle(hanging):
    s = hanging("--idle-timeout", "1")
    path = post_doc(s).headers["Location"]
    assert job(s, path, "?wait=3")["state"] == "running"
    assert post_doc(s, "?async=1&wait=3").status_code == 202


def test_waiting_ends_with_the_job_or_the_time(hanging):
    s = hanging()
    path = post_doc(s).headers["Location"]
    until(lambda: children(s))
    began = time.monotonic()
    r = s.ask("GET", path + "?wait=1")
    assert r.json()["state"] == "running" and int(r.headers["Retry-After"]) >= 1 and 0.9 < time.monotonic() - began < 2
    r = s.ask("GET", path + "/result?wait=1")
    assert (r.status_code, code_of(r)) == (409, "job_not_done") and int(r.headers["Retry-After"]) >= 1
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        waits = pool.submit(job, s, path, "?wait=30")
        time.sleep(0.3)
        began = time.monotonic()
        s.ask("DELETE", path)
        assert waits.result()["state"] == "cancelled" and time.monotonic() - began < 0.5


def test_those_who_wait_hold_nobody_up(hanging):
    s = hanging("--workers", "1", "--io-threads", "1", "--job-workers", "1", "--converters", "1", "--queue", "1")
    path = post_doc(s).headers["Location"]
    until(lambda: children(s))
    request = f"GET {path}?wait=60 HTTP/1.1\r\nHost: a\r\n\r\n".encode()
    waiters = [socket.create_connection(("127.0.0.1", s.port)) for _ in range(300)]
    for w in waiters:
        w.sendall(request)
    slowest = 0
    for _ in range(30):
        began = time.monotonic()
        assert post_text(s, "").status_code == 200
        assert job(s, path)["state"] == "running"
        slowest = max(slowest, time.monotonic() - began)
    assert slowest < 1
    s.ask("DELETE", path)
    for w in waiters:
        w.settimeout(5)
        assert b'"cancelled"' in w.recv(4096)
        w.close()


# ---- stopping ----

def test_cancelling_stops_the_work(hanging, tmp_path):
    s = hanging("--job-workers", "1")
    path = post_doc(s).headers["Location"]
    until(lambda: children(s))
    assert list(tmp_path.glob("baocao-*"))
    r = s.ask("DELETE", path)
    assert r.status_code == 200 and r.json()["state"] == "cancelled" and r.json()["finished"]
    assert until(lambda: not children(s)) < 1
    assert until(lambda: not list(tmp_path.glob("baocao-*"))) < 1
    assert job(s, path)["state"] == "cancelled"
    r = s.ask("GET", path + "/result")
    assert (r.status_code, code_of(r)) == (409, "job_not_done") and "Retry-After" not in r.headers
    again = post_text(s).headers["Location"]  # the worker is free
    assert job(s, again, "?wait=10")["state"] == "done"
    assert any(b"job_stopped" in line for line in s.log)
    assert s.ask("DELETE", path).status_code == 204
    assert code_of(s.ask("GET", path)) == "job_gone"


def test_cancelling_stops_a_fetch(service, pages):
    gate = threading.Event()
    pages["/gate"] = (200, {"Content-Type": "text/html"}, lambda: gate.wait(20) and b"<p>x</p>")
    path = service.ask("POST", "/v1/extract?async=1", json={"url": pages["base"] + "/gate"}).headers["Location"]
    until(lambda: job(service, path)["state"] == "running")
    before = sum(b"job_stopped" in line for line in service.log)
    service.ask("DELETE", path)
    assert until(lambda: sum(b"job_stopped" in line for line in service.log) > before) < 1.5
    gate.set()


def test_a_queued_job_is_cancelled_and_never_runs(hanging):
    s = hanging("--job-workers", "1")
    first = post_doc(s).headers["Location"]
    until(lambda: children(s))
    second = post_doc(s).headers["Location"]
    third = post_text(s).headers["Location"]
    assert [job(s, p)["state"] for p in (first, second, third)] == ["running", "queued", "queued"]
    assert s.ask("DELETE", second).json()["state"] == "cancelled"
    assert len(children(s)) == 1
    s.ask("DELETE", first)
    assert job(s, third, "?wait=10")["state"] == "done"
    assert children(s) == [] and job(s, second)["started"] is None


def leave(s, request, ready):
    """Sends a request, and closes the connection as a program that ends does."""
    with socket.create_connection(("127.0.0.1", s.port)) as c:
        c.sendall(request)
        until(ready)


def doc_request(query):
    return (f"POST /v1/extract{query} HTTP/1.1\r\nHost: a\r\nContent-Type: {TYPES['doc']}\r\nContent-Length: {len(DOC)}\r\n\r\n").encode() + DOC


def test_a_client_that_goes_stops_what_nobody_knows_of(hanging):
    s = hanging()
    for query in ("", "?async=1&wait=60"):
        leave(s, doc_request(query), lambda: len(children(s)) == 1)
        took = until(lambda: not children(s))
        assert took < (1 if not query else 2.5), query
    until(lambda: any(b"job_stopped" in line for line in s.log))


def test_a_client_that_goes_while_waiting_stops_nothing(hanging):
    s = hanging()
    path = post_doc(s).headers["Location"]
    until(lambda: children(s))
    leave(s, f"GET {path}?wait=60 HTTP/1.1\r\nHost: a\r\n\r\n".encode(), lambda: True)
    time.sleep(2)
    assert job(s, path)["state"] == "running" and len(children(s)) == 1
    s.ask("DELETE", path)


# ---- ceilings ----

def test_a_full_table(hanging):
    s = hanging("--jobs", "2", "--job-workers", "1")
    paths = [post_doc(s).headers["Location"] for _ in range(2)]
    r = post_doc(s)
    assert (r.status_code, code_of(r)) == (503, "jobs_full") and int(r.headers["Retry-After"]) == r.json()["retry_after"] >= 1
    assert post_text(s, "").status_code == 200  # requests go on
    s.ask("DELETE", paths[1])
    paths.append(post_text(s).headers["Location"])
    assert code_of(s.ask("GET", paths[1])) == "job_gone"  # a cancelled job is the first to go
    s.ask("DELETE", paths[0])
    assert job(s, paths[2], "?wait=10")["state"] == "done"
    post_text(s)
    r = post_text(s)
    assert code_of(r) == "jobs_full" and int(r.headers["Retry-After"]) > 500  # kept until they expire


def test_bytes_are_bounded(hanging):
    s = hanging("--job-bytes", "12K", "--job-workers", "1")
    first = post_doc(s).headers["Location"]  # 4,5 KB each
    until(lambda: children(s))
    second = post_doc(s).headers["Location"]
    assert code_of(post_doc(s)) == "jobs_full"
    s.ask("DELETE", second)
    small = post_text(s).headers["Location"]
    s.ask("DELETE", first)
    assert job(s, small, "?wait=10")["state"] == "done"
    s.ask("DELETE", small)
    many = post_text(s, text=REPORT * 8).headers["Location"]  # a result that has no room
    failed = job(s, many, "?wait=10")
    assert failed["state"] == "failed" and failed["problem"]["code"] == "jobs_full"
    assert s.ask("GET", many + "/result").status_code == 503
    assert job(s, post_text(s).headers["Location"], "?wait=10")["state"] == "done"


def test_a_job_may_take_longer_than_a_request_but_not_for_ever(hanging):
    s = hanging("--deadline", "1", "--job-deadline", "3")
    path = post_doc(s).headers["Location"]
    r = post_doc(s, "")
    assert (r.status_code, code_of(r)) == (503, "deadline_exceeded") and "async=1" in r.json()["detail"]
    assert job(s, path)["state"] == "running"
    failed = job(s, path, "?wait=10")
    assert failed["problem"]["code"] == "deadline_exceeded" and "--job-deadline" in failed["problem"]["detail"]
    assert children(s) == []


# ---- the end of the service ----

def test_shutting_down_stops_jobs(hanging):
    s = hanging("--job-workers", "1")
    paths = [post_doc(s).headers["Location"] for _ in range(3)]
    until(lambda: children(s))
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        waits = pool.submit(job, s, paths[0], "?wait=60")
        time.sleep(0.3)
        began = time.monotonic()
        assert s.stop() == 0
        assert time.monotonic() - began < 3
        assert waits.result()["state"] == "cancelled"
    assert any(b'"jobs_cancelled":3' in line for line in s.log)


def test_shutting_down_waits_for_results_that_somebody_waits_for(pages):
    s = Service("--allow-fetch", "127.0.0.0/8", "--drain", "10")
    url = slow_page(pages, 2)
    path = s.ask("POST", "/v1/extract?async=1", json={"url": url}).headers["Location"]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        posted = pool.submit(s.ask, "POST", "/v1/extract?async=1&wait=30", json={"url": url})
        asked = pool.submit(s.ask, "GET", path + "/result?wait=30")
        time.sleep(0.5)
        assert s.stop() == 0
        assert posted.result().status_code == asked.result().status_code == 200


def test_what_does_not_end_in_time_is_told(hanging):
    s = hanging("--drain", "1")
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        posted = pool.submit(post_doc, s, "?async=1&wait=30")
        until(lambda: children(s))
        assert s.stop() == 0
        assert code_of(posted.result()) == "shutting_down"


# ---- progress ----

def scan(pages, form="PDF"):
    """A PDF or TIFF of pictures."""
    Image = pytest.importorskip("PIL.Image")
    draw, font = pytest.importorskip("PIL.ImageDraw"), pytest.importorskip("PIL.ImageFont")
    face = font.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 34)
    pictures = []
    for n in range(1, pages + 1):
        picture = Image.new("L", (1240, 900), 255)
        draw.Draw(picture).text((90, 120), f"Năm 2023, kim ngạch xuất khẩu đạt {n}6,4 triệu USD.", font=face, fill=0)
        pictures.append(picture)
    out = io.BytesIO()
    pictures[0].save(out, form, save_all=True, append_images=pictures[1:], resolution=150, **({"compression": "tiff_lzw"} if form == "TIFF" else {}))
    return out.getvalue()


@pytest.mark.parametrize("form, kind", [("PDF", TYPES["pdf"]), ("TIFF", "image/tiff")])
def test_progress_counts_pages(service, form, kind):
    need("pdftotext", "pdftoppm", "tesseract")
    r = service.ask("POST", "/v1/extract?async=1", data=scan(4, form), headers={"Content-Type": kind})
    assert r.json()["progress"] is None
    seen, state = [], None
    while state not in ("done", "failed", "cancelled"):
        told = job(service, r.headers["Location"])
        state = told["state"]
        if told["progress"]:
            assert told["progress"]["pages"] == 4
            seen.append(told["progress"]["pages_done"])
        time.sleep(0.05)
    assert state == "done" and seen == sorted(seen) and seen[-1] == 4
    assert len(set(seen)) >= 4, seen
    result = service.ask("GET", told["result"]).json()
    assert result["document"]["source"]["scanned"] == result["document"]["source"]["pages"] == 4
    assert [m["value"] for m in result["metrics"]] == [16.4, 26.4, 36.4, 46.4]


def test_the_readmes_name_the_options():
    usage = subprocess.run([BINARY, "serve", "--help"], capture_output=True, text=True).stdout
    for name in ("README.md", "README.vi.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        for option, env in re.findall(r"(--job\S*)\s+(\S+)", usage):
            assert f"`{option}` | `{env}`" in text, (name, option)
    assert usage.count("  --job") == 5
