// expect: ok Infinity
eval('9'.repeat(1e6))
