// Package indexed is the part of the standard library for indexed collections
// (clause 23): arrays and typed arrays.
//
// Array methods are generic: they work on every object with a length, and the
// order in which they read, test and write properties is observable. Each is
// written once in that order. Where an operation takes most of its time on plain
// arrays there is a short cut on their dense storage (object.Elements), marked
// OPT and taken only when no step that it leaves out can run script: the array
// is extensible, its length writable, its elements ordinary, and what a hole
// would find on the prototype chain is nothing. Whatever ran script before is
// followed by a new look at the storage: a callback may have done anything to
// the array.
//
// Indices go up to 2^53 - 1 and are int64 here; indexKey makes the property key.
package indexed
