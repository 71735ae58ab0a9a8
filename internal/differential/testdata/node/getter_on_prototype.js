const log = []; Object.defineProperty(Object.prototype, "zap", { get() { log.push(typeof this); return 1; }, set(v) { log.push("set " + v); }, configurable: true }); (5).zap; ({}).zap = 2; "s".zap; delete Object.prototype.zap; console.log(log);
const p = Object.create({ get v() { return this.k; } }, { k: { value: 3 } }); console.log(p.v, Reflect.get(Object.getPrototypeOf(p), "v", { k: 9 }));
