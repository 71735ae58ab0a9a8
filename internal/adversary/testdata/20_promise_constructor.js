// expect: ok #<Promise>
function f() { return new Promise(f); } f()
