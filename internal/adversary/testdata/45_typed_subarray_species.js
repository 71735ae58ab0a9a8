// expect: stops
var b = new ArrayBuffer(16, { maxByteLength: 32 }), t = new Uint8Array(b); t.constructor = { [Symbol.species]: function () { b.resize(1); return new Uint8Array(b); } }; t.map(x => 1).length
