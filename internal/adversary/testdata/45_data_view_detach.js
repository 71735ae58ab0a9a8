// expect: stops
var b = new ArrayBuffer(16), d = new DataView(b); d.setInt32(0, { valueOf() { b.transfer(); return 1; } })
