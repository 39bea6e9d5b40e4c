#!/bin/sh
# Builds the image with buildah on a base made here, runs it as its own user, asks it, prints size and start-up time: try.sh [core|full].
set -eu
flavour=${1:-core}
cd "$(dirname "$0")/.."
work=$(mktemp -d)
clean() {
  set +e
  [ -n "${ro_pid:-}" ] && kill "$ro_pid" 2>/dev/null && wait "$ro_pid" 2>/dev/null
  [ -n "${inner:-}" ] && kill "$inner" 2>/dev/null
  [ -n "${pid:-}" ] && kill "$pid" 2>/dev/null
  if mountpoint -q "$work/ro/tmp"; then umount "$work/ro/tmp" || return; fi
  if mountpoint -q "$work/ro"; then umount "$work/ro" || return; fi # never remove through the mount
  [ -n "${box:-}" ] && buildah rm "$box" >/dev/null 2>&1
  rm -rf "$work"
}
trap clean EXIT
if ! buildah inspect --type image docker.io/library/debian:bookworm-slim >/dev/null 2>&1; then
  mmdebstrap --variant=minbase bookworm "$work/base.tar" >/dev/null 2>&1
  base=$(buildah from scratch)
  buildah add "$base" "$work/base.tar" / >/dev/null
  for f in /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/apt.conf.d /etc/apt/trusted.gpg.d /usr/share/keyrings /etc/apt/keyrings; do
    [ -e "$f" ] && buildah copy "$base" "$f" "$f" >/dev/null
  done
  buildah commit "$base" docker.io/library/debian:bookworm-slim >/dev/null
  buildah rm "$base" >/dev/null
fi
git archive --format=tar HEAD | (mkdir -p "$work/src" && tar -x -C "$work/src")
buildah bud --format docker --isolation chroot --pull-never -q --target "$flavour" -t "baocao:$flavour" -f "$work/src/docker/Dockerfile" "$work/src" >/dev/null
box=$(buildah from --pull-never "baocao:$flavour")
root=$(buildah mount "$box")
echo "size: $(du -sm "$root" | cut -f1) MB"
buildah umount "$box" >/dev/null
from=$(date +%s%N)
buildah run --isolation chroot --user 65532:65532 "$box" -- /baocao serve --listen 127.0.0.1:18180 --admin-listen 127.0.0.1:18181 2>"$work/log" &
pid=$!
for _ in $(seq 200); do
  curl -fs -o /dev/null http://127.0.0.1:18181/readyz && break
  sleep 0.02
done
echo "ready after $((($(date +%s%N) - from) / 1000000)) ms, buildah's own start included"
inner=$(pgrep -f '^/baocao serve --listen 127.0.0.1:18180' | tail -1)
uid=$(ps -o uid= -p "$inner" | tr -d ' ')
echo "runs as uid $uid"
curl -fs -H 'Content-Type: text/plain; charset=utf-8' --data-binary @examples/bao-cao-mau.txt http://127.0.0.1:18180/v1/extract >"$work/answer"
head -c 300 "$work/answer"
echo
# a document: read by the full image, refused by the core with a word on the full one
document() {
  curl -s -T "$work/report.docx" "http://127.0.0.1:$1/v1/extract" >"$work/document"
  if [ "$flavour" = full ]; then wanted='"value": *1234.5'; else wanted='baocao:full'; fi
  grep -q "$wanted" "$work/document" || { cat "$work/document"; exit 1; }
}
python3 -c 'import sys; sys.path.insert(0, "tests"); import documents
open(sys.argv[1], "wb").write(documents.docx("Năm 2023, giá trị sản xuất công nghiệp ước đạt 1.234,5 tỷ đồng."))' "$work/report.docx"
document 18180
kill "$pid"
# once more on a root that cannot be written to
root=$(buildah mount "$box")
mkdir "$work/ro"
mount --bind "$root" "$work/ro"
mount -o remount,ro,bind "$work/ro"
mount -t tmpfs -o size=512m,mode=1777 tmpfs "$work/ro/tmp"
chroot --userspec=65532:65532 "$work/ro" /baocao serve --listen 127.0.0.1:18182 --admin-listen 127.0.0.1:18183 2>/dev/null &
ro_pid=$!
sleep 1
touch "$work/ro/x" 2>/dev/null && echo "the root could be written to" && exit 1
curl -fs -o /dev/null -H 'Content-Type: text/plain; charset=utf-8' --data-binary @examples/bao-cao-mau.txt http://127.0.0.1:18182/v1/extract
document 18182
[ "$flavour" = core ] || sh docker/try_formats.sh 18182 "$work"
chroot --userspec=65532:65532 "$work/ro" /baocao probe 127.0.0.1:18183
echo "answers and probes on a read-only root"
[ "$uid" = 65532 ]
