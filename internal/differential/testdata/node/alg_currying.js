const curry = (f, ...a) => a.length >= f.length ? f(...a) : (...b) => curry(f, ...a, ...b);
const compose = (...f) => (x) => f.reduceRight((v, g) => g(v), x);
console.log(curry((a, b, c) => a + b + c)(1)(2)(3), compose((x) => x + 1, (x) => x * 2)(5));
