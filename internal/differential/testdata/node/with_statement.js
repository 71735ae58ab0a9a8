var o = { x: 1, f() { return this === o; } }, x = 9;
with (o) { x = 2; var y = x; console.log(x, f()); }
console.log(o, x, y);
with ({ [Symbol.unscopables]: { x: true }, x: 5 }) console.log(x);
with ([1]) console.log(length, typeof values, typeof keys);
