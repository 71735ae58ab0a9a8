var self = this;
const o = { f() { return this; }, a: () => this, n() { return (() => this)(); } };
console.log(o.f() === o, o.a() === self, o.n() === o, (0, o.f)() === globalThis, (o.f)() === o);
console.log((function () { "use strict"; return this; })(), (function () { return typeof this; }).call(5), (function () { "use strict"; return typeof this; }).call(5));
const b = o.f.bind(3);
console.log(b() == 3, new (class { m = () => this; })().m().constructor.name);
