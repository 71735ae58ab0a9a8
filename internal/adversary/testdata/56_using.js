// expect: timeout
// limits: timeout=200ms
(function () { try { using x = { [Symbol.dispose]() { for (;;); } }; for (;;); } catch {} })()
