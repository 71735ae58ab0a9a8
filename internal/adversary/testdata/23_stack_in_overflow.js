// expect: ok true
var s; function f() { try { f(); } catch (e) { s = e.stack; throw e; } } try { f(); } catch {} typeof s === 'string'
