/*---
description: loops, labels and a fresh binding for each iteration
---*/
var sum = 0;
outer: for (var i = 0; i < 10; i++) {
  for (var j = 0; ; j++) {
    if (j === 3) continue outer;
    if (i === 5) break outer;
    sum += j;
  }
}
assert.sameValue(sum, 15);
var readers = [];
for (let k = 0; k < 3; k++) readers.push(function () { return k; });
assert.list(readers.map(function (f) { return f(); }), [0, 1, 2]);
var n = 3, steps = 0;
do { steps++; } while (--n);
while (n < 4) n++;
assert.sameValue(steps + n, 7);
var keys = [];
for (var key in { a: 1, 2: 2, b: 3, 1: 4 }) keys.push(key);
assert.list(keys, ["1", "2", "a", "b"]);
