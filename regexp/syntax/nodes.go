// Package syntax parses the patterns of JavaScript regular expressions:
// ECMA-262, 22.2.1 with the extensions of Annex B.1.2, the modes u and v,
// named groups, modifiers, lookbehind and set notation.
//
// The tree that Parse returns says what to match with as few kinds of node as
// that takes. Everything that only depends on flags is settled here, where the
// flags in force at each place are known: the letter a under the flag i is a
// class of two characters, a dot is a class, \W in a v-mode class is the set
// that the specification's folding rules give. So the compiler and the matcher
// never ask what "ignore case" means, save for back references.
//
// Patterns come from scripts and may be hostile. Nesting is limited, and so is
// the number of ranges that all classes of one pattern hold together; a pattern
// beyond the limits is an error ("Regular expression too large"), never a hang.
package syntax

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/internal/unicodedata"
)

// Infinity as the Max of a Quantifier means that there is no maximum. Counts in
// a pattern that are greater are clamped to it: no string is that long.
const Infinity = 1<<31 - 1

// Pattern is a parsed regular expression.
type Pattern struct {
	Body      Node
	Flags     Flags
	NumGroups int // capturing groups, without the whole match
	Names     []GroupName
}

// GroupName is the name of one or, in different alternatives, several groups.
type GroupName struct {
	Name    *jstring.String
	Indices []int
}

// Node is one of the types below. A non-capturing group is its body.
type Node interface{ node() }

// Disjunction tries its alternatives from left to right.
type Disjunction struct{ Alternatives []Node }

// Alternative matches its terms one after another; without terms it is empty.
type Alternative struct{ Terms []Node }

// Character is a code point in Unicode mode, else a code unit.
type Character struct{ Rune rune }

// CharacterClass matches one character of Set, or one of Strings, which are
// longer than one character or empty. Strings, sorted by their code points,
// come first, the longest before the others; the empty one comes last. Set
// contains case variants where they count; FoldStrings says that Strings are
// folded and want folded input.
type CharacterClass struct {
	Set         unicodedata.RangeSet
	Strings     [][]rune
	FoldStrings bool
}

// Group is a capturing group.
type Group struct {
	Index int
	Body  Node
}

// Quantifier repeats its body. The groups from FirstGroup up to EndGroup (not
// included) are inside.
type Quantifier struct {
	Min, Max             int
	Lazy                 bool
	Body                 Node
	FirstGroup, EndGroup int
}

// Lookaround is (?=…), (?!…), (?<=…) or (?<!…).
type Lookaround struct {
	Behind, Negative     bool
	Body                 Node
	FirstGroup, EndGroup int
}

// AssertionKind tells assertions apart.
type AssertionKind uint8

// The assertions without a body.
const (
	Start           AssertionKind = iota // ^
	StartOfLine                          // ^ with the flag m
	End                                  // $
	EndOfLine                            // $ with the flag m
	WordBoundary                         // \b
	NotWordBoundary                      // \B
)

// Assertion matches a place. FoldedWords says that U+017F and U+212A are word
// characters, which they are when Unicode case folding is on.
type Assertion struct {
	Kind        AssertionKind
	FoldedWords bool
}

// BackReference matches what the one group of Groups that took part matched.
type BackReference struct {
	Groups     []int
	IgnoreCase bool
}

func (*Disjunction) node()    {}
func (*Alternative) node()    {}
func (*Character) node()      {}
func (*CharacterClass) node() {}
func (*Group) node()          {}
func (*Quantifier) node()     {}
func (*Lookaround) node()     {}
func (*Assertion) node()      {}
func (*BackReference) node()  {}
