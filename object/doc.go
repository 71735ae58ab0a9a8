// Package object says what values and objects are: clauses 6, 7 and 10 of
// ECMA-262. It holds language values, symbols, property keys, shapes, objects
// with their internal methods, the abstract operations on them, and the Agent
// and Realm records that everything else hangs on.
//
// A Value is two words, of which one decides the type. An Object is a shape, a
// row of slots and a payload that its class knows. Shapes form a transition
// tree; objects that outgrow it (dictionaries, prototypes, globals) own a
// shape. Exotic objects differ from ordinary ones only in the entries of their
// Class; there is no type switch on the way to a property.
//
// Everything that can throw or run script takes the *Agent first and returns
// an error: an *Exception for what a script can catch, a *Termination for what
// it cannot. How code runs is not known here; the interpreter sets the hooks in
// call.go. Chapters of the library describe their intrinsics with Spec, and
// each realm makes its own when they are first touched.
//
// The package is documented for readers; embedders use vmapi, and its API may
// change.
package object
