class A {
  #a = 1;
  get #g() { return this.#a; }
  set #g(v) { this.#a = v; }
  #m() { return "m" + this.#a; }
  static #s() { return "s"; }
  t() { this.#g += 5; this.#a++; return [this.#g, this.#m(), A.#s(), this?.#a]; }
  static make(o) { return o?.#a; }
}
console.log(new A().t(), A.make(undefined));
class Stamp extends (function (o) { return o; }) { #x = 1; static has(o) { return #x in o; } }
const o = {};
new Stamp(o);
console.log(Stamp.has(o));
try { new Stamp(o); } catch (e) { console.log(e.message); }
