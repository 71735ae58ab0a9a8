// expect: ok RangeError
var last; function g() { try { [1].forEach(g); } catch (e) { if (!last) try { eval('['.repeat(1e5)); } catch (e) { last = e.name; } throw e; } }
try { g(); } catch {} last
