// expect: timeout
// limits: timeout=200ms
Promise.resolve = () => { for (;;); }; Promise.all([1]).catch(() => 0)
