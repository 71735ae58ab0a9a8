// expect: timeout
// limits: timeout=300ms
function f() { try { f(); } catch (e) { f(); } } f()
