// expect: ok #<Promise>
var p = Promise.resolve(); for (var i = 0; i < 2e5; i++) p = p.then(); p
