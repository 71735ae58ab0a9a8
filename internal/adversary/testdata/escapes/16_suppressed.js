// faithful: escapes
let found;
try { { using a = { [Symbol.dispose]() { fails() } }; throw 1 } } catch (e) { found = e.error }
found
