// expect: ok 3
function f() { var g = () => x; eval('var x = 3'); return g(); } f()
