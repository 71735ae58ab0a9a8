// expect: RangeError
function f() { return vm.runInNewContext('f() + 1', { f }); } f()
