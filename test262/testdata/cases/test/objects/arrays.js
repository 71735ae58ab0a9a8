/*---
description: arrays, holes, species and iteration
---*/
var a = [3, 1, , 2];
assert.sameValue(a.length, 4);
assert.sameValue(2 in a, false);
assert.list(a.sort(), [1, 2, 3, undefined]);
a.length = 2;
assert.list(a.concat([5, [6]]).flat().map((v) => v * 2).filter((v) => v > 2), [4, 10, 12]);
assert.list([..."a\u{1F600}b"].map((s) => s.length), [1, 2, 1]);
assert.list(Array.from({ length: 3 }, (_, i) => i * i), [0, 1, 4]);
assert.sameValue([1, 2, 3].at(-1), 3);
class Mine extends Array {}
assert.sameValue(new Mine(1, 2).map(String) instanceof Mine, true);
