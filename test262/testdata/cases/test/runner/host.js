/*---
description: the host object makes realms and runs scripts
---*/
var other = $262.createRealm();
assert.sameValue(other.global.Array === Array, false);
assert.sameValue(other.evalScript("var fromScript = [1]; fromScript") instanceof Array, false);
assert.sameValue(other.global.fromScript.length, 1);
assert.sameValue($262.global, this);
var descriptor = Object.getOwnPropertyDescriptor(this, "$262");
assert.sameValue(descriptor.enumerable, false);
assert.sameValue(typeof print, "function");
