// expect: stops
// limits: timeout=500ms memory=64
var r = /a/; r.constructor = { [Symbol.species]: function () { return { exec() { return null; }, lastIndex: 0 }; } }; 'abc'.repeat(1e6).split(r)
