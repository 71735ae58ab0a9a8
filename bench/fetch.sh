#!/usr/bin/env bash
# Fetches Octane 2.0 from the npm registry into node_modules, which is not committed.
set -eu
cd "$(dirname "$0")"
mkdir -p node_modules/benchmark-octane
file="$(cd node_modules && npm pack --silent benchmark-octane@1.0.1)"
tar -xzf "node_modules/$file" -C node_modules/benchmark-octane --strip-components=1
rm "node_modules/$file"
echo "PASS: Octane is in bench/node_modules/benchmark-octane"
