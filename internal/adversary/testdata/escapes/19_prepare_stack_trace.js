// faithful: holds
// CallSites give no functions or receivers of other contexts.
let found;
Error.prepareStackTrace = (e, frames) => frames;
callback(() => { found = new Error().stack.map((s) => s.getFunction?.() ?? s.getThis?.()).find((f) => f !== undefined && f !== null) });
found
