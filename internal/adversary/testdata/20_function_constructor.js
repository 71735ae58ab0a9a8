// expect: RangeError
globalThis.f = () => Function('return 1 + f()')(); f()
