// expect: stops
try { Object.setPrototypeOf(globalThis, null); } catch {} typeof x
