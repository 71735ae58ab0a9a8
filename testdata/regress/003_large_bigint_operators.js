// Operators on large BigInts work in pieces.
var x = (1n << 300000n) - 1n, y = (1n << 100000n) + 12345n;
assertSame(x / y * y + x % y, x);
assertSame((x * y) / y, x);
assertSame(-x / y, -(x / y));
assertSame(3n ** 50000n % 1000n, 1n);
assertThrows(RangeError, () => 2n ** (2n ** 40n));
assertThrows(RangeError, () => 1n << (1n << 60n));
assertThrows(RangeError, () => 1n / 0n);
