// expect: 3500000
(function () {
  class A {
    constructor(x) { this.x = x; }
    area() { return this.x; }
  }
  class B extends A {
    constructor(x, y) { super(x); this.y = y; }
    area() { return super.area() * this.y; }
  }
  let sum = 0;
  for (let i = 0; i < 500000; i++) sum += new B(i & 7, 2).area();
  globalThis.result = sum;
})();
