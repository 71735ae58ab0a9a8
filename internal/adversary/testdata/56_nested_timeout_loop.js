// expect: timeout
// limits: timeout=300ms
for (;;) try { vm.runInNewContext('try { for (;;); } finally { for (;;); }', {}, { timeout: 20 }); } catch (e) {}
