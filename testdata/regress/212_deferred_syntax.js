// Deferred and source phase imports are expressions of any goal.
async function f() {
  try { await import.defer('./none.js'); } catch (e) { return typeof e; }
}
f();
for (const text of ['import.defer', 'import.source()', 'new import.defer("x")', 'import.defer("x", {})']) {
  assertThrows(SyntaxError, () => new Function(text));
}
