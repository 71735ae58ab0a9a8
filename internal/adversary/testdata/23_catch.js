// expect: RangeError
function f() { try { f(); } catch (e) { f(); } } 
function g() { g(); }
try { g(); } catch (e) { g(); }
