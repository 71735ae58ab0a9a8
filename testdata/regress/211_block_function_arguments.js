// A function named arguments in a block is assigned to the arguments variable.
(function () {
  assertSame(typeof arguments, 'object');
  { function arguments() {} }
  assertSame(typeof arguments, 'function');
})();
(function (a = 1) {
  assertSame(typeof arguments, 'object');
  { function arguments() {} }
  assertSame(typeof arguments, 'function');
})();
