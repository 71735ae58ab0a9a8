package object

// Box is a variable that outlives its frame: one that an inner function, a
// mapped arguments object or a module namespace refers to. V is TDZ until the
// variable is initialised.
type Box struct{ V Value }
