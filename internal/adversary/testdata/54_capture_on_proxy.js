// expect: stops
Error.captureStackTrace ? Error.captureStackTrace(new Proxy({}, { defineProperty() { return Error.captureStackTrace({}); } })) : 0
