/*---
description: for-of closes the iterator when it is left early
features: [Symbol.iterator, destructuring-binding]
---*/
var closed = 0;
var endless = {
  [Symbol.iterator]() {
    var n = 0;
    return { next() { return { value: n++, done: false }; }, return() { closed++; return {}; } };
  }
};
var seen = [];
for (const v of endless) {
  if (v === 3) break;
  seen.push(v);
}
assert.list(seen, [0, 1, 2]);
assert.sameValue(closed, 1);
assert.throws(Test262Error, function () { for (const v of endless) throw new Test262Error(); });
assert.sameValue(closed, 2);
var [first] = endless;
assert.sameValue(first, 0);
assert.sameValue(closed, 3);
