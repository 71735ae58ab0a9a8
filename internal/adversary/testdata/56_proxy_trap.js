// expect: timeout
// limits: timeout=200ms
try { new Proxy({}, { get() { for (;;); } }).x; } catch {}
