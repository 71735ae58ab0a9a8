// faithful: holds
[globalThis.process, globalThis.require, globalThis.module, globalThis.global, globalThis.Buffer].find((x) => x !== undefined)
