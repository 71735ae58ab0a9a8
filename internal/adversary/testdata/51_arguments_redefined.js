// expect: ok 2,1
function f(a) { Object.defineProperty(arguments, 0, { value: 2 }); var x = a; Object.defineProperty(arguments, 0, { writable: false }); a = 1; return x + ',' + a; } f(0)
