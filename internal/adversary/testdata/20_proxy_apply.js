// expect: RangeError
var p = new Proxy(function () {}, { apply() { return 1 + p(); } }); p()
