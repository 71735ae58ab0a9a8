// expect: ok true
var g; var ctx = vm.createContext({}); try { vm.runInContext('var g = (function* () { yield 1; for (;;); })(); g.next(); g.next()', ctx, { timeout: 30 }); } catch {} ctx.g.next().done
