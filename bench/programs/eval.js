// expect: 37457560
(function () {
  let sum = 0;
  for (let i = 0; i < 5000; i++) {
    sum += (0, eval)("(function (a) { var x = a * " + i + "; if (x > 10) { x -= 10; } for (var k = 0; k < 3; k++) x += k; return x; })")(2);
    sum += new Function("a", "b", "let c = a + b; return { c, d: [c, " + i + "] }.d[1];")(1, 2);
  }
  globalThis.result = sum;
})();
