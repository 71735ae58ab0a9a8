#!/bin/sh
# Writes the .out files: what Node 20 prints for the scripts of this folder.
cd "$(dirname "$0")" || exit 1
for f in *.js *.mjs; do
  node --no-warnings "$f" > "${f%.*}.out" 2>&1
done
