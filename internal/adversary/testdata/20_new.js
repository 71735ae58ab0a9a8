// expect: RangeError
function F() { this.x = new F(); } new F()
