const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2));
console.log(fib(15));
function depth(n) { return n === 0 ? 0 : 1 + depth(n - 1); }
console.log(depth(5000));
let caught; try { (function f() { f(); })(); } catch (e) { caught = [e.name, e.message]; }
console.log(caught);
const even = (n) => n === 0 || odd(n - 1), odd = (n) => n !== 0 && even(n - 1);
console.log(even(101));
const Y = (f) => ((x) => x(x))((x) => f((y) => x(x)(y)));
console.log(Y((f) => (n) => (n ? n * f(n - 1) : 1))(10));
