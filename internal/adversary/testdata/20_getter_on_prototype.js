// expect: RangeError
var o = Object.create({ get x() { return Reflect.get(this, 'x') + 1; } }); o.x
