// expect: ok ERR_SCRIPT_EXECUTION_TIMEOUT
try { vm.runInNewContext('for (;;);', {}, { timeout: 50 }); } catch (e) { e.code; }
