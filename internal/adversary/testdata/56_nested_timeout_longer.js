// expect: timeout
// limits: timeout=200ms
try { vm.runInNewContext('for (;;);', {}, { timeout: 5000 }); } catch (e) { e.code; }
