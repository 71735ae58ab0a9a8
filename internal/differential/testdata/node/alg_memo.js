const memo = (f, m = new Map()) => (n) => m.has(n) ? m.get(n) : (m.set(n, f(n)), m.get(n)); const fib = memo((n) => (n < 2n ? n : fib(n - 1n) + fib(n - 2n))); console.log(fib(90n));
