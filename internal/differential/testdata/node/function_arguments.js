function s(a, b) { arguments[0] = 9; b = 8; return [a, arguments[1], arguments.length]; }
console.log(s(1, 2), s(1), s());
function t(a) { "use strict"; arguments[0] = 9; return [a, arguments.length]; }
console.log(t(1));
function u(a = 1) { arguments[0] = 9; return a; }
console.log(u(5));
const arrow = function () { return (() => arguments[0])(); };
console.log(arrow("outer"));
function d(a) { delete arguments[0]; arguments[0] = 7; return a; }
console.log(d(1), Array.from((function () { return arguments; })(1, 2)), typeof (function () { return arguments.callee; })());
