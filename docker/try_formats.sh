#!/bin/sh
# try_formats.sh PORT DIRECTORY: the full image's other tools, on documents made where LibreOffice is installed.
set -eu
command -v soffice >/dev/null || { echo "no LibreOffice: PDF, DOC and scans were not tried"; exit 0; }
for kind in pdf doc; do
  soffice "-env:UserInstallation=file://$2/profile" --headless --convert-to "$kind" --outdir "$2" "$2/report.docx" >/dev/null 2>&1
done
pdftoppm -r 200 -png -singlefile "$2/report.pdf" "$2/report"
for kind in pdf doc png; do
  curl -s -T "$2/report.$kind" "http://127.0.0.1:$1/v1/extract" >"$2/document"
  grep -q '"value": *1234.5' "$2/document" || { echo "$kind:"; cat "$2/document"; exit 1; }
done
echo "PDF, DOC and a scan are read on a read-only root"
