"use strict";
const t = (f) => { try { return f(); } catch (e) { return e.name; } };
console.log(t(() => { undeclared = 1; }), t(() => { Object.freeze([1])[0] = 2; }), t(() => { delete Object.prototype; }), t(() => { "abc".length = 1; }), t(() => { (function () { return this; })().x; }), t(() => { arguments.callee; }), t(() => { ({ get a() { return 1; } }).a = 2; }), t(() => { NaN = 1; }), t(() => { undefined = 1; }), t(() => { Math.PI = 3; }), t(() => eval("with ({}) {}")));
