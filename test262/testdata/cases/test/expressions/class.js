/*---
description: classes, fields, private names, static blocks and super
features: [class-fields-private, class-static-block, class-fields-private-in]
---*/
class A {
  #secret = 1;
  field = this.#secret + 1;
  static count = 0;
  static { A.count = 10; }
  get secret() { return this.#secret; }
  set secret(v) { this.#secret = v; }
  name() { return "A"; }
  static has(o) { return #secret in o; }
}
class B extends A {
  constructor() { super(); this.late = true; }
  name() { return super.name() + "B"; }
}
var b = new B();
b.secret = 7;
assert.list([b.secret, b.field, A.count, b.name(), B.count], [7, 2, 10, "AB", 10]);
assert.sameValue(A.has(b), true);
assert.sameValue(A.has({}), false);
assert.throws(TypeError, function () { A(); });
assert.throws(ReferenceError, function () { new (class extends A { constructor() {} })(); });
