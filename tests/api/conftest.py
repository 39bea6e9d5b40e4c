"""The real binary on loopback, and a page server of the tests' own."""
import http.server
import json
import os
import re
import socket
import subprocess
import threading
import time
from pathlib import Path

import jsonschema
import pytest
import requests
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
BINARY = str(ROOT / os.environ.get("TEST_BINARY", "build/baocao"))
SPEC = yaml.safe_load((ROOT / "openapi.yaml").read_text(encoding="utf-8"))
REACHED = set()  # (path, status, code) that a test has seen


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Service:
    def __init__(self, *options, env=None):
        self.port, self.admin = free_port(), free_port()
        self.process = subprocess.Popen(
            [BINARY, "serve", "--listen", f"127.0.0.1:{self.port}", "--admin-listen", f"127.0.0.1:{self.admin}", *options],
            stderr=subprocess.PIPE, env={**os.environ, **(env or {})})
        self.log = []
        self.reader = threading.Thread(target=lambda: self.log.extend(iter(self.process.stderr.readline, b"")), daemon=True)
        self.reader.start()
        for _ in range(200):
            try:
                requests.get(f"http://127.0.0.1:{self.admin}/readyz", timeout=5)
                return
            except requests.ConnectionError:
                time.sleep(0.05)
        raise RuntimeError("the service did not start")

    def url(self, path, admin=False):
        return f"http://127.0.0.1:{self.admin if admin else self.port}{path}"

    def ask(self, method, path, admin=False, **kw):
        """A request whose answer is held against openapi.yaml."""
        r = requests.request(method, self.url(path, admin), timeout=60, **kw)
        check_answer(path.split("?")[0], method, r)
        return r

    def extract(self, text, query="", **headers):
        return self.ask("POST", "/v1/extract" + query, data=text.encode(),
                        headers={"Content-Type": "text/plain; charset=utf-8", **headers})

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        code = self.process.wait(timeout=60)
        self.reader.join(timeout=5)
        return code


def check_answer(path, method, r):
    assert r.headers.get("X-Request-Id"), "every answer carries a request id"
    kind = r.headers.get("Content-Type", "").split(";")[0]
    code = None
    path = re.sub("^/v1/jobs/[^/]+", "/v1/jobs/{id}", path)
    if kind == "application/problem+json" and method != "HEAD":
        body = r.json()
        validate(body, "Problem")
        assert body["status"] == r.status_code
        if not path.endswith("/result"):  # that of a job is of the request that posted it
            assert body["request_id"] == r.headers["X-Request-Id"]
        assert body["type"] == "urn:baocao:error:" + body["code"]
        code = body["code"]
    operation = SPEC["paths"].get(path, {}).get(method.lower())
    REACHED.add((path, method, r.status_code, code))
    if operation and r.status_code in (200, 202):
        answer = operation["responses"][str(r.status_code)]
        if "$ref" in answer:
            answer = SPEC["components"]["responses"][answer["$ref"].split("/")[-1]]
        content = answer["content"]
        assert kind in content, f"{kind} is not in openapi.yaml"
        schema = content[kind]["schema"]
        if "$ref" in schema:
            validate(r.json(), schema["$ref"].split("/")[-1])
    elif operation:
        assert str(r.status_code) in operation["responses"] or "default" in operation["responses"] or r.status_code in (404, 405), r.status_code


def validate(value, name):
    jsonschema.Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": SPEC["components"]}).validate(value)


@pytest.fixture(scope="session")
def service():
    s = Service("--allow-fetch", "127.0.0.0/8", "--max-body", "1M", "--fetch-max", "64K", "--fetch-timeout", "2")
    yield s
    assert s.stop() == 0, b"".join(s.log[-20:])


@pytest.fixture(scope="session")
def pages():
    """Serves PAGES[path] = (status, headers, body)."""
    table = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            status, headers, body = table.get(self.path, (404, {}, b"no"))
            if callable(body):
                body = body()
            self.send_response(status)
            for k, v in headers.items():
                self.send_header(k, v)
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:
                pass

        def log_message(self, *a):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    table["base"] = f"http://127.0.0.1:{server.server_port}"
    yield table
    server.shutdown()


def facts(result):
    """The facts of a result without their places."""
    out = []
    for m in result["metrics"] + [g for g in result["goals"] if g["kind"] == "target"]:
        out.append((m["indicator"], m["value"], m["unit"], m["period"], m["status"],
                    tuple((c["kind"], c["value"]) for c in m["comparisons"])))
    return out


def pytest_sessionfinish(session, exitstatus):
    """What of the contract no test has reached."""
    codes = {c for _, _, _, c in REACHED if c}
    listed = set(SPEC["components"]["schemas"]["Problem"]["properties"]["code"]["enum"])
    paths = {(p, m) for p, item in SPEC["paths"].items() for m in item if m in ("get", "post")}
    seen = {(p, m.lower()) for p, m, _, _ in REACHED}
    print("\noperations not reached:", sorted(paths - seen) or "none")
    print("error codes not reached:", sorted(listed - codes) or "none")
