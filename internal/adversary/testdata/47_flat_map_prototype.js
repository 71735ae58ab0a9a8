// expect: ok 3
var a = [1, 2, 3]; a.flatMap(x => { Object.setPrototypeOf(a, null); return [x]; }).length
