// faithful: escapes
// Errors that a built-in of the host throws are of its realm.
try { config.list.reduce.call([]) } catch (e) { e }
