// expect: timeout
// limits: timeout=300ms
Promise.resolve({ then(r) { r(this); } })
