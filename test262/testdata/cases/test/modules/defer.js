/*---
description: a deferred module runs when its namespace is used, and what it awaits before
flags: [module]
features: [import-defer]
---*/
import { log } from "./log_FIXTURE.js";
import defer * as ns from "./deferred_FIXTURE.js";
import defer * as waiting from "./waiting_FIXTURE.js";
import defer * as failing from "./failing_FIXTURE.js";
assert.list(log, ["awaited"]);
assert.sameValue(Object.prototype.toString.call(ns), "[object Deferred Module]");
assert.sameValue(ns.then, undefined);
assert.throws(TypeError, function () { ns.value = 1; });
assert.list(log, ["awaited"]);
assert.sameValue(ns.value, 7);
assert.sameValue(waiting.value, 8);
assert.list(log, ["awaited", "deferred", "waiting"]);
assert.throws(RangeError, function () { failing.nothing; });
assert.throws(RangeError, function () { Object.keys(failing); });
assert.sameValue(await import.defer("./deferred_FIXTURE.js"), ns);
assert.sameValue((await import("./deferred_FIXTURE.js")) === ns, false);
