// expect: stops
// limits: memory=256 timeout=3s
var s = []; for (var i = 0; i < 2e5; i++) s.push('"k' + i + '":1'); Object.keys(JSON.parse('{' + s.join() + '}')).length
