// expect: stops
Object.defineProperty(Error, 'stackTraceLimit', { get() { return new Error().stack.length; } }); new Error().stack
