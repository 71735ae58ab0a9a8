// Package text is clause 22 of the standard library: String, RegExp, and the
// iterators over both.
//
// Strings come first: their methods work on jstring.String, never copy what
// they can share, and account for long results before they make them (output).
// Upper and lower case are those of Unicode 17 (internal/unicodedata);
// normalization and collation come from golang.org/x/text, whose tables are of
// Unicode 15 with Go 1.26: characters added since then are left as they are.
//
// RegExp objects join package regexp to scripts. Three layers: execRaw is the
// part of RegExpBuiltinExec that finds a match and keeps lastIndex; result
// arrays are made from its captures; and the symbol methods (match, replace,
// split …) work on results as the specification says, or, as long as nobody has
// tampered with the RegExp or its prototype (regExpRealm.pristine), on captures
// directly. Programs are cached per agent by pattern and flags, so a literal in
// a loop is compiled once.
package text

import "github.com/burrowjs/burrow/object"

// Globals are the properties of the global object that this chapter defines.
var Globals = []object.Prop{
	object.Ref("String", object.IntrinsicString),
	object.Ref("RegExp", object.IntrinsicRegExp),
}
