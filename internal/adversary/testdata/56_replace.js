// expect: timeout
// limits: timeout=200ms
try { 'a'.replace('a', () => { for (;;); }); } catch {}
