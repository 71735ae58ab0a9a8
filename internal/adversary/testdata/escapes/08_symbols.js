// faithful: holds
// Registered symbols are shared; they are primitives and lead nowhere.
Object(Symbol.for('shared'))
