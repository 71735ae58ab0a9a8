// expect: RangeError
class A { constructor() { new B(); } } class B extends A { constructor() { super(); } } new B()
