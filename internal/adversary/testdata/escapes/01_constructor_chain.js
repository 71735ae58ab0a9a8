// faithful: escapes
// The constructor of anything that was given leads to its Function.
this.constructor.constructor('return globalThis')()
