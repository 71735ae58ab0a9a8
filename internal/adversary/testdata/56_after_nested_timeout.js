// expect: ok 1,2,done
var out = []; function* g() { yield 1; try { vm.runInNewContext('for (;;);', {}, { timeout: 30 }); } catch { yield 2; } } for (var x of g()) out.push(x); out.push('done'); out.join()
