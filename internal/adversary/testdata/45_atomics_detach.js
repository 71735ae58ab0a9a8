// expect: stops
var b = new ArrayBuffer(16), t = new Int32Array(b); Atomics.add(t, 0, { valueOf() { b.transfer(); return 1; } })
