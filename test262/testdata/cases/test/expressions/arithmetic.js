/*---
description: numbers, strings and their conversions
features: [BigInt, exponentiation]
---*/
assert.sameValue(1 + "2", "12");
assert.sameValue("3" * "4", 12);
assert.sameValue(-7 % 4, -3);
assert.sameValue(-0, -0);
assert.sameValue(1 / -0, -Infinity);
assert.sameValue(0.1 + 0.2, 0.30000000000000004);
assert.sameValue(2 ** 3 ** 2, 512);
assert.sameValue(1 << 33, 2);
assert.sameValue(-1 >>> 0, 4294967295);
assert.sameValue(2147483647 + 1, 2147483648);
assert.sameValue([] + {}, "[object Object]");
assert.sameValue(null + 1, 1);
assert.sameValue(undefined + 1, NaN);
assert.sameValue(2n ** 64n, 18446744073709551616n);
assert.throws(TypeError, function () { return 1n + 1; });
