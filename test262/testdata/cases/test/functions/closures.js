/*---
description: closures share variables, arguments and this
---*/
function counter() {
  var n = 0;
  return { up: function () { return ++n; }, get: () => n };
}
var one = counter(), two = counter();
one.up(); one.up(); two.up();
assert.list([one.get(), two.get()], [2, 1]);
function lexical() { return (() => this.v + arguments[0])(); }
assert.sameValue(lexical.call({ v: 1 }, 2), 3);
assert.sameValue((function (a, b = a, ...c) {}).length, 1);
assert.sameValue((function fact(n) { return n < 2 ? 1 : n * fact(n - 1); })(10), 3628800);
