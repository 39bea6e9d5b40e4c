#!/bin/sh
# The engine's MB/s, and the service's requests a second beside a bare libmicrohttpd echo, in one run on loopback.
set -eu
B=$1
"$B/bench_engine" examples/*.txt tests/golden/*/input.txt
cat >"$B/post.lua" <<'LUA'
wrk.method = "POST"
wrk.headers["Content-Type"] = "text/plain; charset=utf-8"
local f = io.open("examples/bao-cao-mau.txt", "rb")
wrk.body = f:read("*a")
f:close()
LUA
"$B/bench_echo" 18090 &
echo_pid=$!
"$B/baocao" serve --listen 127.0.0.1:18091 --admin-listen 127.0.0.1:18092 2>/dev/null &
service_pid=$!
trap 'kill $echo_pid $service_pid 2>/dev/null' EXIT
sleep 1
rate() { wrk -t1 -c32 -d8s -s "$B/post.lua" "$1" | sed -n 's/^Requests\/sec: *//p'; }
e=$(rate http://127.0.0.1:18090/)
s=$(rate "http://127.0.0.1:18091/v1/extract")
echo "echo: $e requests/s, service: $s requests/s (a report of $(wc -c <examples/bao-cao-mau.txt) bytes), ratio $(awk "BEGIN { printf \"%.2f\", $s / $e }")"
