// expect: ok 2
var m = new Map([[1, 1], [2, 2], [3, 3]]), a = m.keys(), b = m.keys(); a.next(); m.delete(1); m.clear(); m.set(4, 4); m.set(5, 5); [...a, ...b].length - 2
