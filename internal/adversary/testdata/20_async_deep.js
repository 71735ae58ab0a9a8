// expect: ok #<Promise>
async function f(n) { return n ? await f(n - 1) : 0; } f(1e5).catch(() => 0)
