#!/bin/sh
# Makes the expected output of every program under testdata/node with Node 20.
# With names as arguments, only of those: ./update.sh json_parse
set -e
cd "$(dirname "$0")/testdata/node"
case "$(node --version)" in v20.*) ;; *) echo "Node 20 is required" >&2; exit 1 ;; esac
if [ $# -eq 0 ]; then set -- *.js; fi
export TZ=UTC LC_ALL=en_US.UTF-8
for f in "$@"; do
  name=$(basename "$f" .js)
  node --no-warnings "$name.js" >"$name.out" 2>&1 || { echo "$name fails:" >&2; tail -3 "$name.out" >&2; }
done
