// expect: timeout
// limits: timeout=200ms
for (;;) try { for (;;); } finally { continue; }
