// expect: stops
var o = { [Symbol.dispose]() { var s = new DisposableStack(); s.use(o); s.dispose(); } }; o[Symbol.dispose]()
