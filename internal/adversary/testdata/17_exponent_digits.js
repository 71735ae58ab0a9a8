// expect: ok Infinity,0
[eval('1e' + '9'.repeat(1e5)), eval('1e-' + '9'.repeat(1e5))].join()
