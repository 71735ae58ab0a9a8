#!/usr/bin/env bash
# Writes the .out files anew with Node: update.sh [node]. They are Node 20's.
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2
for f in ?.js; do
  "${1:-node}" --experimental-vm-modules --no-warnings "$f" | sed "s#$PWD/#DIR/#g" > "${f%.js}.out" || exit 1
done
