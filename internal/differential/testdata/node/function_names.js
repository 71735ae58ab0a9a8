const f = function () {}, g = () => 1, h = class {};
const o = { a: function () {}, b: () => 1, ["c"]: () => 1, [Symbol("s")]: () => 1, get d() { return 1; }, "e f": function () {} };
let i; i = () => 1;
const { j = () => 1 } = {};
const [k = function () {}] = [];
console.log(f.name, g.name, h.name, o.a.name, o.b.name, o.c.name, o[Object.getOwnPropertySymbols(o)[0]].name, Object.getOwnPropertyDescriptor(o, "d").get.name, o["e f"].name, i.name, j.name, k.name, (() => 1).name, (function () {}).name === "", new Function().name);
class S { static name = "own"; }
console.log(S.name);
let l; l ??= () => 1; console.log(l.name);
