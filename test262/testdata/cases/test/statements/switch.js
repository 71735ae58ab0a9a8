/*---
description: cases are tried in order and fall through
---*/
function f(x) {
  var log = "";
  switch (x) {
    case 1: log += "one ";
    case 2: log += "two "; break;
    default: log += "other ";
    case "3": log += "three ";
  }
  return log;
}
assert.sameValue(f(1), "one two ");
assert.sameValue(f(2), "two ");
assert.sameValue(f(3), "other three ");
assert.sameValue(f("3"), "three ");
