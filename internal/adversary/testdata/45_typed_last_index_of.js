// expect: stops
var b = new ArrayBuffer(16, { maxByteLength: 32 }), t = new Uint8Array(b); t.lastIndexOf(0, { valueOf() { b.resize(3); return 15; } })
