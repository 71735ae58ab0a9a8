// expect: stops
// limits: timeout=500ms memory=64
var r = /a/g; r.exec = () => ['x']; 'aaa'.match(r)
