// expect: timeout
// limits: timeout=200ms
try { [3, 2, 1].sort(() => { for (;;); }); } catch {}
