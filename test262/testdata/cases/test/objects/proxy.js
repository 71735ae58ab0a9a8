/*---
description: traps see operations and invariants are kept
features: [Proxy]
---*/
var log = [];
var p = new Proxy({}, {
  get(t, k, r) { log.push("get " + String(k)); return 1; },
  has(t, k) { log.push("has " + k); return true; },
  set(t, k, v) { log.push("set " + k); t[k] = v; return true; }
});
p.x = p.y;
"z" in p;
assert.list(log, ["get y", "set x", "has z"]);
var fixed = new Proxy(Object.freeze({ a: 1 }), { get() { return 2; } });
assert.throws(TypeError, function () { fixed.a; });
