// expect: timeout
// limits: timeout=200ms
Promise.resolve().then(() => { for (;;); }).catch(() => 0)
