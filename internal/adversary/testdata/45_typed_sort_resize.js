// expect: stops
var b = new ArrayBuffer(16, { maxByteLength: 32 }), t = new Uint8Array(b); t.sort((x, y) => { b.resize(1); return 1; }); t.length
