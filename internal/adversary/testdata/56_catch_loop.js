// expect: timeout
// limits: timeout=200ms
(function f() { try { for (;;); } catch (e) { f(); } finally { f(); } })()
