// expect: timeout
// limits: timeout=200ms
Array.fromAsync({ [Symbol.asyncIterator]() { return { next() { for (;;); } }; } }).catch(() => 0)
