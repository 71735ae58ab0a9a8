// expect: timeout
// limits: timeout=300ms
function f() { try { f(); } finally { f(); } } f()
