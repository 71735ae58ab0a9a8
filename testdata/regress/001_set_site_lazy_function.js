// A site that assigns to the prototype of fresh functions must not remember
// the shape that a function has before its properties are made.
function test(reconstruct) {
  function C() {}
  C.prototype = [];
  if (reconstruct) C.prototype.constructor = C;
  var c = new C();
  c.push("foo");
  return c.length;
}
for (var i = 0; i < 4; i++) {
  if (test(i % 2 === 0) !== 1) throw new Error("length");
}
