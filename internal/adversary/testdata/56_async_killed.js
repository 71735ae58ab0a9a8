// expect: ok 1
var ctx = vm.createContext({}); try { vm.runInContext('async function f() { for (;;); } f()', ctx, { timeout: 30 }); } catch {} vm.runInContext('var n = 0; async function f() { n++; } f(); n', ctx)
