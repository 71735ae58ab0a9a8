/*---
description: async functions, promises and the order of jobs
flags: [async]
---*/
var log = [];
async function f() {
  log.push("start");
  await null;
  log.push("resumed");
  try {
    await Promise.reject(new RangeError("no"));
  } catch (e) {
    log.push(e.name);
  }
  for await (const v of [Promise.resolve("v"), "w"]) log.push(v);
  return "value";
}
f().then(function (v) {
  log.push(v);
  assert.list(log, ["start", "sync", "resumed", "then", "RangeError", "v", "w", "value"]);
}).then($DONE, $DONE);
Promise.resolve().then(function () { log.push("then"); });
log.push("sync");
