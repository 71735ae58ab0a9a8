// Long BigInt literals are parsed by halves.
var digits = '1234567890'.repeat(2000);
assertSame(String(eval(digits + 'n')), digits);
assertSame(eval('0x' + 'f'.repeat(9001) + 'n'), 2n ** 36004n - 1n);
assertSame(eval('0b1' + '0'.repeat(70000) + 'n'), 1n << 70000n);
