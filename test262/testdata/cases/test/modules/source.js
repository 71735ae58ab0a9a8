/*---
description: import source gives what a module was made from, if there is such a thing
flags: [module]
features: [source-phase-imports, source-phase-imports-module-source]
---*/
import source code from "<module source>";
import { code as again } from "./sourced_FIXTURE.js";
import * as ns from "./sourced_FIXTURE.js";
assert.sameValue(code instanceof $262.AbstractModuleSource, true);
assert.sameValue(again, code);
assert.sameValue(ns.code, code);
assert.sameValue(await import.source("<module source>"), code);
assert.sameValue(await import.source("./log_FIXTURE.js").catch(function (e) { return e.constructor; }), SyntaxError);
assert.throws(TypeError, function () { new $262.AbstractModuleSource(); });
