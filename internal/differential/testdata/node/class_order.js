const log = [];
const k = (n) => (log.push("key " + n), n);
const v = (n) => (log.push("value " + n), n);
class A {
  [k("a")] = v("a");
  static [k("b")] = v("b");
  [k("c")]() {}
  static { log.push("block"); }
  static [k("d")] = v("d");
}
log.push("defined");
new A();
console.log(log);
