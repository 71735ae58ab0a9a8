// faithful: holds
// Lists of the engine are not arrays that a setter on Array.prototype would see.
let found;
Object.defineProperty(Array.prototype, 0, { set(v) { found = v }, configurable: true });
host.call(1, 2);
[...new Set([1])];
delete Array.prototype[0];
found
