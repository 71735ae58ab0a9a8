// expect: timeout
// limits: timeout=300ms
var p = Promise.resolve(); p.then = Promise.prototype.then.bind(p, p.then.bind(p)); (async () => { for await (var x of { [Symbol.asyncIterator]() { return { next: Object.bind(null, { value: 1 }) }; } }); })()
