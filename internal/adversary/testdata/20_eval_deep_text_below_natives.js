// expect: ok RangeError
var s = '['.repeat(5500) + ']'.repeat(5500);
var n = 0; function f() { try { return [1].map(f); } catch (e) { if (n++ < 1) return f(); try { eval(s); } catch (e) { return e; } } }
function g() { try { [1].forEach(g); } catch (e) { try { eval('['.repeat(1e5)); } catch (e) { last = e.name; } throw e; } }
var last; try { g(); } catch {} last
