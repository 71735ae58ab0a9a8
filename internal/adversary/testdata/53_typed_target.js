// expect: stops
var p = new Proxy(new Uint8Array(4), {}); p[0] = 300; try { p.length; } catch (e) { p[0]; }
