// expect: stops
// limits: timeout=500ms memory=64
var r = new FinalizationRegistry(() => { for (;;); }); for (var i = 0; i < 1e5; i++) r.register({}, i); new WeakRef({})
