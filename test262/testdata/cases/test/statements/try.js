/*---
description: finally runs on every way out and can replace it
---*/
var log = [];
function f(how) {
  try {
    if (how === "throw") throw new RangeError("x");
    if (how === "return") return "from try";
    log.push("end");
  } catch ({ name }) {
    log.push(name);
    return "from catch";
  } finally {
    log.push("finally");
    if (how === "replace") return "from finally";
  }
  return "after";
}
assert.sameValue(f("throw"), "from catch");
assert.sameValue(f("return"), "from try");
assert.sameValue(f("replace"), "from finally");
assert.sameValue(f(""), "after");
assert.list(log, ["RangeError", "finally", "finally", "end", "finally", "end", "finally"]);
