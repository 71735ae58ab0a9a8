#!/usr/bin/env bash
# Fetches Octane 2.0 and the large programs that -parse reads from the npm registry
# into node_modules, which is not committed.
set -eu
cd "$(dirname "$0")"
fetch() {
  mkdir -p "node_modules/$1"
  local file
  file="$(cd node_modules && npm pack --silent "$1@$2")"
  tar -xzf "node_modules/$file" -C "node_modules/$1" --strip-components=1
  rm "node_modules/$file"
}
fetch benchmark-octane 1.0.1
fetch typescript 5.9.3
fetch @babel/standalone 7.28.5
fetch react-dom 19.2.0
fetch prettier 3.6.2
fetch acorn 8.15.0
echo "PASS: Octane and the programs to parse are in bench/node_modules"
