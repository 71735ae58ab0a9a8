// expect: ok 1
function f() { for (var i = 0; i < 2000; i++) eval('var x' + i + ' = 1'); return x1999; } f()
