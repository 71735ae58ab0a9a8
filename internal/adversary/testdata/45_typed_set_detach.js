// expect: stops
var b = new ArrayBuffer(16), t = new Uint8Array(b); t.set({ length: 4, get 0() { b.transfer(); return 1; }, 1: 2 }); t.length
