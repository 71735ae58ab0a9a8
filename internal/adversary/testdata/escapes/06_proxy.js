// faithful: escapes
// The traps of a proxy get what the host passes.
let found;
callback(new Proxy(function () {}, { apply(target, self, list) { found = list[0] } })), found
