// expect: stops
var b = new ArrayBuffer(16, { maxByteLength: 32 }), t = new Uint8Array(b); t.fill(1, { valueOf() { b.resize(0); return 0; } }); t.length
