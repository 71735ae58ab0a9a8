// faithful: holds
// The hint is a string, and a method tells no caller.
let found;
takes({ [Symbol.toPrimitive](hint) { try { found = arguments.callee.caller } catch {} found ??= hint; return 'x' } }), Object(found)
