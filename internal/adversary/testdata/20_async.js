// expect: ok #<Promise>
async function f() { await f(); } f().catch(() => 0)
