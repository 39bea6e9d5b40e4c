"""`baocao extract` of several files: order, form, errors by name, the bar, and being stopped."""
import csv
import io
import json
import os
import pty
import re
import select
import signal
import subprocess
import time

import pytest

from conftest import BINARY
from test_api import SENTENCE
from test_formats import docx, need
from test_hostile import DOC, tool


def run(*args, **more):
    return subprocess.run([BINARY, "extract", *map(str, args)], capture_output=True, **more)


def rows(r):
    return [json.loads(line) for line in r.stdout.decode().splitlines()]


@pytest.fixture
def reports(tmp_path):
    made = []
    for i in range(40):
        path = tmp_path / f"báo cáo {i:02}.{'docx' if i % 8 == 3 else 'txt'}"
        text = f"Năm 2023, xuất khẩu đạt {i + 10} triệu USD.\n" + (SENTENCE + "\n") * (20 * (i % 3))
        path.write_bytes(docx(f"Năm 2023, xuất khẩu đạt {i + 10} triệu USD.") if path.suffix == ".docx" else text.encode())
        made.append(path)
    return made


@pytest.mark.parametrize("jobs", [1, 4, 256])
def test_every_file_has_its_line_in_order(reports, jobs):
    r = run("--jobs", jobs, *reports)
    assert r.returncode == 0 and r.stderr == b""
    got = rows(r)
    assert [x["file"] for x in got] == [str(p) for p in reports]
    assert [x["result"]["metrics"][0]["value"] for x in got] == list(range(10, 50))
    assert all(set(x) == {"file", "result"} for x in got)


def test_a_line_has_what_one_file_alone_gives(reports):
    options = ("--include", "text", "--explain", "1", "--issued", "2023-10-05")
    got = rows(run(*options, *reports[:6]))  # several files need no --jobs
    for path, line in zip(reports, got):
        assert line["result"] == json.loads(run(*options, path).stdout)
    assert rows(run("--jobs", "3", reports[0]))[0]["file"] == str(reports[0])  # nor does one change the form


def test_csv_has_one_head_and_the_file_in_front(reports):
    r = run("--jobs", "2", "--format", "csv", *reports[:4])
    assert r.returncode == 0
    table = list(csv.reader(io.StringIO(r.stdout.decode("utf-8-sig"), newline="")))
    assert table[0][:3] == ["file", "id", "kind"] and sum(row[0] == "file" for row in table) == 1
    for path in reports[:4]:
        alone = list(csv.reader(io.StringIO(run("--format", "csv", path).stdout.decode("utf-8-sig"), newline="")))
        assert [row[1:] for row in table if row[0] == str(path)] == alone[1:] and alone[0] == table[0][1:]


def test_errors_are_named_and_the_rest_goes_on(reports, tmp_path):
    empty, damaged, other = tmp_path / "empty.txt", tmp_path / "damaged.docx", tmp_path / "film.mp4"
    empty.write_text(" \n")
    damaged.write_bytes(docx(SENTENCE)[:300])
    other.write_bytes(b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 8)
    strange = os.fsencode(tmp_path) + b"/\xff\x1b[31m.txt"
    with open(strange, "wb") as f:
        f.write(SENTENCE.encode())
    files = [reports[0], tmp_path / "nowhere.txt", empty, damaged, other, tmp_path, os.fsdecode(strange), reports[1]]
    r = run("--jobs", "3", *files)
    assert r.returncode == 1
    got = rows(r)
    assert [x.get("problem", {}).get("code") for x in got] == [
        None, "file_error", "no_text", "unreadable", "unsupported_media_type", "file_error", None, None]
    assert all(set(x) == {"file", "problem"} and x["problem"]["detail"] for x in got[1:6])
    said = r.stderr.decode(errors="replace").splitlines()
    assert len(said) == 5 and said[0] == f"baocao: {files[1]}: file_error: No such file or directory"
    assert said[2].startswith(f"baocao: {damaged}: unreadable: ")
    assert got[6]["file"].startswith(str(tmp_path)) and got[6]["result"]["metrics"][0]["value"] == 1234.5
    r = run("--jobs", "3", "--format", "csv", *files)
    assert r.returncode == 1 and len(r.stderr.splitlines()) == 5


def test_standard_input_is_one_of_them(reports):
    got = rows(run("--jobs", "2", "-", reports[3], input=SENTENCE.encode()))
    assert [x["file"] for x in got] == ["-", str(reports[3])] and got[0]["result"]["metrics"][0]["value"] == 1234.5
    assert run("-", "-", input=b"x").returncode == 2


@pytest.mark.parametrize("args", [("--jobs", "0", "x"), ("--jobs", "257", "x"), ("--jobs", "many", "x"), ("--jobs",), ("--jobs", "2")])
def test_wrong_use(args):
    r = run(*args)
    assert r.returncode == 2 and b"baocao extract" in r.stderr and not r.stdout


def test_a_name_may_look_like_an_option(tmp_path):
    (tmp_path / "--jobs").write_text(SENTENCE)
    assert rows(run("--jobs", "1", "--", "--jobs", cwd=tmp_path))[0]["result"]["metrics"]


def test_work_is_done_at_once(tmp_path):
    """Four converters that take a second each are done in little more than one."""
    env = {**os.environ, **tool(tmp_path, "hang"), "BAOCAO_CONVERT_TIMEOUT": "1"}
    files = []
    for i in range(4):
        files.append(tmp_path / f"{i}.doc")
        files[-1].write_bytes(DOC)
    began = time.monotonic()
    r = run("--jobs", "4", *files, env=env)
    assert time.monotonic() - began < 3.5  # four, one after the other
    assert [x["problem"]["code"] for x in rows(r)] == ["converter_crashed"] * 4


def test_a_reader_that_goes_ends_it(reports):
    p = subprocess.Popen([BINARY, "extract", "--jobs", "2", *map(str, reports * 50)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    p.stdout.readline()
    p.stdout.close()
    assert p.wait(timeout=10) == 1 and b"could not be written" in p.stderr.read()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_the_converters(tmp_path, number):
    files = [tmp_path / f"{i}.doc" for i in range(3)]
    for f in files:
        f.write_bytes(DOC)
    p = subprocess.Popen([BINARY, "extract", "--jobs", "2", *map(str, files)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         env={**os.environ, **tool(tmp_path, "hang"), "TMPDIR": str(tmp_path)})

    def readers():  # those that hang; the look at a file's type comes and goes before
        rows = subprocess.run(["ps", "-ww", "-o", "pid=,args=", "--ppid", str(p.pid)], capture_output=True, text=True).stdout.splitlines()
        return [row.split()[0] for row in rows if "/hang/catdoc" in row]
    at_work = []
    for _ in range(100):
        at_work = readers()
        if len(at_work) == 2:
            break
        time.sleep(0.02)
    assert len(at_work) == 2
    p.send_signal(number)
    assert p.wait(timeout=3) == 128 + number and p.stdout.read() == b""
    assert not any(os.path.exists(f"/proc/{pid}") for pid in at_work)
    assert not list(tmp_path.glob("baocao-*"))


def on_terminal(*args, width=60, env=None):
    """Exit status, standard output, and what a terminal for standard error was sent."""
    import fcntl
    import struct
    import termios
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    p = subprocess.Popen([BINARY, "extract", *map(str, args)], stdout=subprocess.PIPE, stderr=follower, env={**os.environ, "TERM": "xterm", **(env or {})})
    os.close(follower)
    seen, out = b"", b""
    while True:
        ready, _, _ = select.select([leader, p.stdout], [], [], 10)
        if p.stdout in ready:
            out += os.read(p.stdout.fileno(), 65536)
        if leader in ready:
            try:
                seen += os.read(leader, 65536)
            except OSError:
                break
    out += p.stdout.read()
    return p.wait(), out, seen.decode()


def test_a_bar_on_a_terminal_only(reports, tmp_path):
    status, out, seen = on_terminal("--jobs", "2", *reports, tmp_path / "nowhere")
    assert status == 1 and len(out.splitlines()) == 41
    assert "\r[------------------------] 1/41" in seen and "[########################] 41/41  1 failed" in seen
    counts = [int(n) for n in re.findall(r"\] (\d+)/41", seen)]
    assert counts == sorted(counts)
    assert "40 of 41 files read, 1 failed" in seen
    assert re.search(r"\r\x1b\[Kbaocao: \S+/nowhere: file_error: ", seen)
    assert b"\x1b" not in run("--jobs", "2", *reports).stderr
    assert "\x1b" not in on_terminal("--jobs", "2", *reports[:3], env={"TERM": "dumb"})[2]
    assert on_terminal(reports[0])[2] == ""  # one file as ever


def test_the_bar_tells_pages_and_keeps_to_the_width(tmp_path):
    need("pdftotext", "pdftoppm", "tesseract")
    from test_jobs import scan
    path = tmp_path / ("một tên tệp rất dài " * 4 + ".pdf")
    path.write_bytes(scan(2))
    status, out, seen = on_terminal("--jobs", "1", path, width=50)
    assert status == 0 and json.loads(out)["result"]["document"]["source"]["scanned"] == 2
    assert "0/1  page 1/2 of " in seen
    for line in re.split(r"[\r\n]+", seen):
        assert len(line.replace("\x1b[K", "")) < 50, line
