#!/bin/sh
# Bundles public packages with small drivers, runs them on Node and on Burrow
# and compares what they print: internal/realworld/run.sh [NAME...]
# It needs Node 20, npm and a network; nothing is kept.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$here/../.." && go build -o "$work/burrow" ./cmd/burrow)
cp -r "$here/drivers" "$work"
cd "$work"
if [ $# -eq 0 ]; then set -- $(ls drivers | sed 's/\.js$//'); fi
npm init -y >/dev/null
npm install --no-audit --no-fund --ignore-scripts --silent esbuild "$@"
for name in "$@"; do
  npx esbuild --bundle --platform=browser --format=iife --log-level=error "drivers/$name.js" --outfile="$name.js"
  node "$name.js" >"$name.node" 2>&1 || true
  start=$(date +%s%N)
  timeout 120 ./burrow "$name.js" >"$name.burrow" 2>&1 || true
  ms=$((($(date +%s%N) - start) / 1000000))
  if cmp -s "$name.node" "$name.burrow"; then verdict=same; else verdict=DIFFERENT; fi
  echo "| $name | $verdict | $(($(wc -c <"$name.js") / 1024)) | $ms |"
  if [ $verdict = DIFFERENT ]; then diff "$name.node" "$name.burrow" | head -"${LINES_SHOWN:-6}" >&2; fi
done
