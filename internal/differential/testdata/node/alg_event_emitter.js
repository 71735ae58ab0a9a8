class Emitter { #h = {}; on(e, f) { (this.#h[e] ??= []).push(f); return () => { this.#h[e] = this.#h[e].filter((x) => x !== f); }; } emit(e, ...a) { return (this.#h[e] ?? []).map((f) => f.apply(this, a)); } }
const e = new Emitter(), off = e.on("x", (a, b) => a + b); e.on("x", function () { return this === e; });
console.log(e.emit("x", 1, 2)); off(); console.log(e.emit("x"), e.emit("none"));
