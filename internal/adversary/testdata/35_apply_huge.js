// expect: stops
// limits: memory=64 timeout=500ms
(function () { return arguments.length; }).apply(null, { length: 2 ** 53 - 1 })
