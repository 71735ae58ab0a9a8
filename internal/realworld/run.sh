#!/bin/sh
# Bundles public packages with small drivers, runs them on Node and on Burrow
# and compares what they print: internal/realworld/run.sh [NAME...]
# It needs Node 20, npm and a network; nothing is kept. The table on standard
# output is that of docs/REALWORLD.md; differences go to standard error. The
# exit status is 1 if a program differs.
#
# A driver may say in comments which packages it needs ("// packages: a b", by
# default the one of its own name), options for esbuild ("// esbuild: …") and
# which script of shims is put before it ("// shim: NAME").
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
limit=${SECONDS_EACH:-120}
(cd "$here/../.." && go build -o "$work/burrow" ./cmd/burrow) || exit 2
cp -r "$here/drivers" "$here/shims" "$work"
cd "$work" || exit 2
if [ $# -eq 0 ]; then set -- $(ls drivers | sed 's/\.js$//'); fi

# said NAME KEY prints what the driver says in a comment.
said() { sed -n "s|^// $2: ||p" "drivers/$1.js"; }

# timed OUT COMMAND... runs a command with a limit; its milliseconds are in $ms.
timed() {
  out=$1
  shift
  start=$(date +%s%N)
  timeout -k 5 "$limit" "$@" >"$out" 2>&1
  status=$?
  ms=$((($(date +%s%N) - start) / 1000000))
  if [ $status -ge 124 ]; then echo "no end after $limit s" >>"$out"; fi
}

packages=esbuild
for name in "$@"; do
  needs=$(said "$name" packages)
  packages="$packages ${needs:-$name}"
done
npm init -y >/dev/null
# shellcheck disable=SC2086
npm install --no-audit --no-fund --ignore-scripts --silent $packages || exit 2

failed=0
echo "| Program | Output | Bundle, KiB | Node, ms | Burrow, ms |"
echo "|---|---|---|---|---|"
for name in "$@"; do
  options=$(said "$name" esbuild)
  # shellcheck disable=SC2086
  if ! timeout 120 npx esbuild --bundle --format=iife --log-level=error ${options:---platform=browser} "drivers/$name.js" --outfile="bundle.js" >"$name.log" 2>&1; then
    echo "| $name | no bundle | | | |"
    grep -v '^npm warn' "$name.log" | head -5 >&2
    failed=1
    continue
  fi
  shim=$(said "$name" shim)
  if [ -n "$shim" ]; then cat "shims/$shim.js" bundle.js >"$name.js"; else mv bundle.js "$name.js"; fi
  timed "$name.node" node "$name.js"
  node_ms=$ms
  timed "$name.burrow" ./burrow "$name.js"
  verdict=same
  if ! cmp -s "$name.node" "$name.burrow"; then
    verdict=different
    failed=1
    echo "--- $name" >&2
    diff "$name.node" "$name.burrow" | head -"${LINES_SHOWN:-6}" >&2
  fi
  echo "| $name | $verdict | $(($(wc -c <"$name.js") / 1024)) | $node_ms | $ms |"
done
exit $failed
