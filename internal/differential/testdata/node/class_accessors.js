const o = { _v: 1, get v() { return this._v; }, set v(x) { this._v = x * 2; }, async am() {}, *gm() {}, async *agm() {}, ["x" + 1]: 1, "quoted key": 2, 3: 3, __proto__: { inherited: 1 } };
o.v = 5;
console.log(o.v, o);
console.log(Object.keys(o), o.inherited);
const { get } = Object.getOwnPropertyDescriptor(o, "v");
console.log(get.name, o.am.name, o.gm.name);
