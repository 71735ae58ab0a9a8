// expect: ok true
var A = vm.runInNewContext('Array'); var a = [1, 2, 3]; a.constructor = A; a.map(x => x) instanceof Array
