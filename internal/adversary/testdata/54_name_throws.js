// expect: ok ok
var e = new Error('x'); Object.defineProperty(e, 'name', { get() { throw 1; } }); Object.defineProperty(e, 'message', { get() { throw 2; } }); typeof e.stack === 'string' ? 'ok' : 'bad'
