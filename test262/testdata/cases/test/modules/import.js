/*---
description: imports are live and namespaces are sorted
flags: [module]
features: [import-attributes, json-modules]
---*/
import add, { count, increment as up } from "./dep_FIXTURE.js";
import * as ns from "./dep_FIXTURE.js";
import * as self from "./import.js";
import data from "./data.json" with { type: "json" };
export { self as me };
assert.sameValue(count, 0);
up();
assert.sameValue(count, 1);
assert.sameValue(add(2, 3), 5);
assert.list(Object.keys(ns), ["count", "default", "increment"]);
assert.sameValue(self.me, self);
assert.sameValue(data.list[1], 2);
assert.throws(TypeError, function () { ns.count = 2; });
assert.sameValue(typeof this, "undefined");
