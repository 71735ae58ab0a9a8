function forward() { return this.initialize.apply(this, arguments); }
---
function sum() { var s = 0; for (var i = 0; i < arguments.length; i++) s += arguments[i]; return s; }
---
function whole(a) { a = 1; return arguments; }
