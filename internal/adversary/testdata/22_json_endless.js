// expect: RangeError
var o = { toJSON() { return [{ toJSON: o.toJSON }]; } }; JSON.stringify(o)
