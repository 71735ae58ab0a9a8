// expect: timeout
// limits: timeout=200ms
try { Array.from([1], () => { for (;;); }); } catch {}
