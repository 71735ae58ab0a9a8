// expect: stops
var b = new ArrayBuffer(16, { maxByteLength: 32 }), t = new Uint8Array(b); t.slice(0, { valueOf() { b.resize(2); return 16; } }).length
