// expect: stops
// limits: memory=64 timeout=500ms
var o = []; for (var i = 0; i < 3000; i++) o = [o]; var a = Array(1e5).fill(o); JSON.stringify(a, null, '          ')
