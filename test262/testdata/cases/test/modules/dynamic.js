/*---
description: import() works in scripts and modules wait for await
flags: [async]
features: [dynamic-import, top-level-await]
---*/
import("./await_FIXTURE.js").then(function (ns) {
  assert.sameValue(ns.value, "waited");
  return import("./missing_FIXTURE.js").then(function () {
    throw new Test262Error("a missing module was imported");
  }, function () {});
}).then($DONE, $DONE);
