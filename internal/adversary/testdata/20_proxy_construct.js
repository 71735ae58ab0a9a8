// expect: RangeError
var p = new Proxy(function () {}, { construct() { return new p(); } }); new p()
