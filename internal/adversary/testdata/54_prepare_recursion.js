// expect: stops
Error.prepareStackTrace = () => new Error().stack; new Error().stack
