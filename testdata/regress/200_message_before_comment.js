// A call that fails in a function that a comment follows: the text of the function
// is parsed again for the message, and its end must be found.
function factory() { this.id = this.func(); } // comment
function other() { other.x(); } /* comment */
const method = { m() { this.n(); } /**/ };
for (const [f, want] of [[() => new factory(), "this.func is not a function"], [other, "other.x is not a function"], [() => method.m(), "this.n is not a function"]]) {
  try {
    f();
    throw new Error("no error");
  } catch (e) {
    if (e.message !== want) throw new Error(e.message);
  }
}
