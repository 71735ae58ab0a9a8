// expect: RangeError
var e = new Error(); e.name = { toString() { return String(e); } }; String(e)
