// expect: stops
// limits: memory=64 timeout=500ms
(function () {}).apply(null, { length: 2 ** 31 })
