var g = "global";
function f() { var l = "local"; eval("var added = l"); return [added, (0, eval)("typeof l"), eval("typeof l")]; }
console.log(f());
function s() { "use strict"; eval("var hid = 1"); return typeof hid; }
console.log(s());
console.log(eval("let q = 1; q"), typeof q, eval("(function () { return 5; })")());
const e = eval; console.log(e("this") === globalThis, new Function("return typeof g")());
console.log((function () { return eval("new.target"); })());
