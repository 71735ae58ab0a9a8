// expect: stops
Error.captureStackTrace ? Error.captureStackTrace(Object.freeze({})) : 0
