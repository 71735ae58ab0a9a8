function assert(value, message) {
  if (value !== true) {
    throw new Test262Error(message || "expected true, got " + String(value));
  }
}
assert.sameValue = function (actual, expected, message) {
  var same = actual === expected ? actual !== 0 || 1 / actual === 1 / expected : actual !== actual && expected !== expected;
  if (!same) {
    throw new Test262Error((message ? message + ": " : "") + "expected " + String(expected) + ", got " + String(actual));
  }
};
assert.throws = function (constructor, body, message) {
  try {
    body();
  } catch (thrown) {
    if (thrown === null || typeof thrown !== "object" || thrown.constructor !== constructor) {
      throw new Test262Error((message ? message + ": " : "") + "expected " + constructor.name + ", got " + String(thrown));
    }
    return;
  }
  throw new Test262Error((message ? message + ": " : "") + "expected " + constructor.name + ", nothing was thrown");
};
assert.list = function (actual, expected, message) {
  assert.sameValue(Array.prototype.join.call(actual, "|"), expected.join("|"), message);
};
