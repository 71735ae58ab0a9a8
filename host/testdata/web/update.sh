#!/bin/sh
# Makes the expected output of the programs here with Node 20.
# With names as arguments, only of those: ./update.sh clone.js
set -e
cd "$(dirname "$0")"
case "$(node --version)" in v20.*) ;; *) echo "Node 20 is required" >&2; exit 1 ;; esac
if [ $# -eq 0 ]; then set -- *.js; fi
for f in "$@"; do
  TZ=UTC LC_ALL=en_US.UTF-8 node --no-warnings "$f" >"${f%.js}.out"
done
