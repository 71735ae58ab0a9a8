// expect: ok 5
var n = 0; for (var l of [-1, NaN, {}, 1e9, 'x']) { Error.stackTraceLimit = l; String(new Error('e').stack); n++; } n
