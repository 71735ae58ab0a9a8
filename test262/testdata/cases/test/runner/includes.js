/*---
description: includes run before the text in a fresh realm
includes: [counter.js]
---*/
assert.sameValue(counter.next(), 1);
assert.sameValue(typeof Object.leaked, "undefined");
Object.leaked = true;
