class Temp { constructor(c) { this.c = c; } [Symbol.toPrimitive](h) { return h === "string" ? this.c + "C" : this.c; } static [Symbol.hasInstance](x) { return "c" in x; } get [Symbol.toStringTag]() { return "Temp"; } *[Symbol.iterator]() { yield this.c; } }
const t = new Temp(20);
console.log(`${t}`, t + 1, t * 2, { c: 1 } instanceof Temp, String(Object.prototype.toString.call(t)), [...t], t > 19);
class Sp extends Array { static get [Symbol.species]() { return Array; } }
console.log(new Sp(1, 2).map((x) => x).constructor.name);
const rx = { [Symbol.replace]: (s, r) => s + r, [Symbol.search]: (s) => s.length, [Symbol.split]: (s) => [s], [Symbol.match]: () => "m" };
console.log("ab".replace(rx, "c"), "ab".search(rx), "ab".split(rx), "ab".match(rx));
