// expect: timeout
// limits: timeout=200ms
try { vm.runInNewContext('for (;;);'); } catch {}
