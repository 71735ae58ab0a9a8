// expect: timeout
// limits: timeout=200ms
Map.prototype.set = () => { for (;;); }; try { new Map([[1, 1]]); } catch {}
