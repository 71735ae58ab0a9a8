// expect: timeout
// limits: timeout=300ms
(function f() { Promise.resolve().then(f); })()
