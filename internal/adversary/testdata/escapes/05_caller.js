// faithful: holds
// Neither caller nor arguments are there, as in strict code.
let found;
callback(function () { found = arguments.callee.caller }), found ?? undefined
