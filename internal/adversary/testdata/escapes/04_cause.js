// faithful: escapes
try { fails() } catch (e) { new Error('x', { cause: e }).cause }
