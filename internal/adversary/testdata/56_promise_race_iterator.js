// expect: timeout
// limits: timeout=200ms
Promise.race({ [Symbol.iterator]() { return { next() { for (;;); } }; } }).catch(() => 0)
