// expect: timeout
// limits: timeout=200ms
try { [1].values().map(() => { for (;;); }).next(); } catch {}
