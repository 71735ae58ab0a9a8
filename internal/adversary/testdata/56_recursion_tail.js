// expect: timeout
// limits: timeout=200ms
(function f() { 'use strict'; return f(); })()
