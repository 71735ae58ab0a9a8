// expect: stops
function f(...a) { return 1 + f(...a, 1, 2, 3); } f()
