// expect: ok #<Promise>
var p = Promise.resolve(1); for (let i = 0; i < 1e5; i++) { const q = p; p = new Promise(r => r(q)); } p
