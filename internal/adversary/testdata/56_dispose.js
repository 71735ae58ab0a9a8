// expect: timeout
// limits: timeout=200ms
var s = new DisposableStack(); s.defer(() => { for (;;); }); s.defer(() => { for (;;); }); try { s.dispose(); } catch {}
