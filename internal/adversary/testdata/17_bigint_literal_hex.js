// expect: ok true
eval('0x' + 'f'.repeat(1e6) + 'n') > 0n
