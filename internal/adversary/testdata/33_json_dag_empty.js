// expect: stops
// limits: timeout=500ms
var o = []; for (var i = 0; i < 60; i++) o = [o, o]; JSON.stringify(o)
