class A { constructor(n) { this.n = n; } hi() { return "A" + this.n; } static st() { return "st" + this.name; } get g() { return 1; } }
class B extends A { constructor() { super(7); this.k = super.hi(); } hi() { return "B" + super.hi(); } static st() { return super.st() + "!"; } get g() { return super.g + 1; } }
const b = new B();
console.log(b, b.hi(), B.st(), b.g, b instanceof A, Object.getPrototypeOf(B) === A);
class C extends B { f = () => super.hi(); }
console.log(new C().f());
console.log(new (class extends Array { sum() { return this.reduce((a, b) => a + b); } })(1, 2, 3).sum());
class E extends Error { constructor(m) { super(m); this.name = "E"; } }
console.log(String(new E("msg")), new E("q") instanceof Error);
class D extends A {}
console.log(new D(3), D.length);
