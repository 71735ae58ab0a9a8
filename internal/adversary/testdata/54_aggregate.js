// expect: AggregateError
var a = []; var e = new AggregateError(a); for (var i = 0; i < 1e5; i++) a.push(e); throw new AggregateError(a)
