// faithful: escapes
// The species of a host's array is called with what the host's method makes.
let found;
config.list.constructor = { [Symbol.species]: function () { found = new.target.caller; return [] } };
try { config.list.map((x, i, all) => { found = all; return x }) } catch (e) { found ??= e }
config.list.constructor = undefined, config.list.map((x) => x)
