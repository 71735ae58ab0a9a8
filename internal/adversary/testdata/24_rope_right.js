// expect: ok true,a,1000000
var s = ''; for (var i = 0; i < 1e6; i++) s = 'a' + s; var t = 'a'.repeat(1e6); [s === t, s[500000], new Set([s, t]).values().next().value.length].join()
