// expect: stops
// limits: timeout=500ms memory=64
function f() { arguments.length = 2 ** 53 - 1; return Array.from(arguments); } f()
