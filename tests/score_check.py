#!/usr/bin/env python3
"""Starts the service and scores it with ../shared/tools/score.py on ../shared/corpus; checks the floors of
score_floors.json. Without ../shared it says so and passes nothing. Closing line: N passed, N failed.
Usage: score_check.py BINARY
"""
import json
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def main():
    binary = sys.argv[1]
    score = SHARED / "tools" / "score.py"
    if not score.exists():
        print("skipped: ../shared is not here, so there is no corpus to score on")
        print("0 passed, 0 failed")
        return 0
    port, admin = free_port(), free_port()
    service = subprocess.Popen([binary, "serve", "--listen", f"127.0.0.1:{port}", "--admin-listen", f"127.0.0.1:{admin}"],
                               stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{admin}/readyz", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        url = f"http://127.0.0.1:{port}/v1/extract"
        command = [sys.executable, str(score), str(SHARED / "corpus"), "--url", url]
        print(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        figures = json.loads(subprocess.run(command + ["--json"], capture_output=True, text=True, check=True).stdout)["total"]
    finally:
        service.terminate()
        service.wait(timeout=60)
    passed = failed = 0
    for path, floor in json.loads((ROOT / "tests" / "score_floors.json").read_text(encoding="utf-8")).items():
        value = figures
        for key in path.split("."):
            value = value[key]
        good = value >= floor
        passed += good
        failed += not good
        print(f"{'ok    ' if good else 'FAILED'} {path} {value:.3f} (floor {floor})")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
