/*---
description: generators suspend, delegate and are closed
---*/
function* inner() { var got = yield 1; return got * 2; }
function* outer() {
  try {
    var r = yield* inner();
    yield r;
    yield* "xy";
  } finally {
    yield "cleanup";
  }
}
var g = outer();
assert.sameValue(g.next().value, 1);
assert.sameValue(g.next(21).value, 42);
assert.sameValue(g.next().value, "x");
assert.sameValue(g.return("end").value, "cleanup");
var last = g.next();
assert.sameValue(last.value, "end");
assert.sameValue(last.done, true);
