// arguments and caller of sloppy functions tell about the running activation.
function outer() { return inner(); }
function inner() { return inner.caller; }
function strict() { 'use strict'; return inner(); }
function own(a) { return own.arguments; }
for (let i = 0; i < 3; i++) {
  assertSame(outer(), outer);
  assertSame(strict(), null);
  assertSame([1].map(inner)[0], null);
  assertSame((0, eval)('inner()'), null);
  assertSame(own(1, 2, 3).length, 3);
  assertSame(own.arguments, null);
}
Object.freeze(inner);
assertSame(outer(), outer);
assertSame(JSON.stringify(Object.getOwnPropertyDescriptor(inner, 'caller')),
  '{"value":null,"writable":false,"enumerable":false,"configurable":false}');
try {
  (function () { 'use strict'; inner.caller = 1; })();
  assert(false);
} catch (e) {
  assertSame(e.message, "Cannot assign to read only property 'caller' of function 'function inner() { return inner.caller; }'");
}
