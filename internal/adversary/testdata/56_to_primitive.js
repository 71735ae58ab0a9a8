// expect: timeout
// limits: timeout=200ms
try { ({ valueOf() { for (;;); } }) + 1; } catch {}
