// faithful: escapes
// An object without a prototype still holds objects that have one.
config.bare.inside
