// expect: timeout
// limits: timeout=300ms
function f() { return Promise.resolve().then(f); } f()
