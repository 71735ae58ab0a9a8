class A {
  x = 1;
  static s = "s";
  #p = 2;
  static #sp = 3;
  constructor(y) { this.y = y; }
  get p() { return this.#p; }
  set p(v) { this.#p = v; }
  static sp() { return A.#sp++; }
  m() { return "m" + this.x; }
  ["comp" + 1]() { return "c"; }
  static { this.block = this.s + "!"; }
  has(o) { return #p in o; }
}
const a = new A(5);
a.p = 9;
console.log(a, a.p, A.sp(), A.sp(), a.m(), a.comp1(), A.block, a.has(a), a.has({}));
console.log(Object.getOwnPropertyNames(A.prototype), Object.getOwnPropertyNames(A), A.name, A.length);
