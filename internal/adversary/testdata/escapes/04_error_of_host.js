// faithful: escapes
try { fails() } catch (e) { e }
