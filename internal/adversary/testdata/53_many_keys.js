// expect: stops
// limits: timeout=2s memory=128
var keys = []; for (var i = 0; i < 3e5; i++) keys.push('k' + i); Object.keys(new Proxy({}, { ownKeys: () => keys })).length
