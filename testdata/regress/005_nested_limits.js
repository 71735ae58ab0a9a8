// A built-in's result counts while it is being made, callbacks' garbage does not.
var a = Array.from({ length: 200000 }, (_, i) => [i, i, i].length);
assertSame(a.length, 200000);
assertSame(JSON.stringify(a).length, 400001);
