/*---
description: tests have the built-ins of proposals
features: [ShadowRealm, await-dictionary, Iterator.prototype.join, immutable-arraybuffer]
---*/
assert.sameValue(new ShadowRealm().evaluate("f => f(1) + 1")(function (x) { return x * 2; }), 3);
assert.sameValue([1, 2].values().join("+"), "1+2");
assert.sameValue(new ArrayBuffer(1).transferToImmutable().immutable, true);
assert.sameValue(typeof Promise.allKeyed, "function");
assert.sameValue(typeof $262.createRealm().evalScript("ShadowRealm"), "function");
