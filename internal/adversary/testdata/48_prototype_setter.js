// expect: RangeError
var log = []; Object.defineProperty(Array.prototype, 0, { set(v) { log.push(1); }, configurable: true }); var a = []; a[0] = 5; [5].map(x => x); a.length + 1 + ',' + 2
