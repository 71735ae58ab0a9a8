// A call of eval in parentheses is a direct eval: the parentheses keep the
// reference. Anything else that yields the function is not.
globalThis.x = "global";
function f() {
  var x = "local";
  return [(eval)("x"), ((eval))("x"), (1 ? eval : 0)("x"), (0, eval)("x")].join();
}
if (f() !== "local,local,global,global") throw new Error(f());
