// expect: timeout
// limits: timeout=200ms
try { JSON.stringify({ get x() { for (;;); } }); } catch {}
