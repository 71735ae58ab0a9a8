// Package regexp compiles and matches JavaScript regular expressions. It knows
// strings and positions; RegExp objects are somebody else's business.
//
// A pattern becomes a Program: a short list of instructions for a backtracking
// machine, in the tradition of Thompson and Pike but with the semantics of
// ECMA-262, which are those of backtracking: captures of a loop are forgotten
// at each iteration, an iteration that matches nothing ends its loop, lookbehind
// runs from right to left. Loops count in registers, so a{1000}{1000} is as
// short as it looks.
//
// The machine never recurses. What is left to try lives on a stack of choice
// points together with an undo log of registers: to fail is to pop, restoring
// registers on the way, until a choice point says where to go on. A loop over
// one class of characters, by far the commonest, is a single instruction with a
// single stack entry, whatever its length.
//
// After compilation a look ahead over the instructions finds which code units
// can follow at each choice. A branch whose first unit cannot match is not even
// pushed, and a loop that cannot be cut short by what follows pushes nothing.
//
// A Program is immutable and can be shared by goroutines. A Matcher has the
// stack and the registers; it belongs to one goroutine and is reused. Its
// Limits are told about steps and memory and can end a match at any time.
package regexp

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/internal/unicodedata"
	"github.com/burrowjs/burrow/regexp/syntax"
)

// Program is a compiled regular expression.
type Program struct {
	code     []inst
	classes  []*class
	literals []literal
	splits   []split
	runs     []run
	loops    []loop
	looks    []look
	refs     []reference
	strings  []stringSet

	numRegs   int
	flags     syntax.Flags
	unicode   bool
	groups    int
	names     []syntax.GroupName
	keepSaves bool // back references read captures: test mode must keep them

	prefix     literal   // every match starts with it
	required   required  // every match contains it; looked for if there is no prefix
	first      *filter   // first units of matches, nil if a match can be empty
	firstLatin [256]bool // OPT: first.latin as a table
	anchored   bool      // every match starts at index 0
}

// inst is one instruction; a and b are registers, units, targets or table indices.
type inst struct {
	op   opcode
	flag uint8
	a, b int32
}

type opcode uint8

const (
	opMatch         opcode = iota // the end
	opChar                        // the unit a
	opChar2                       // the unit a or b
	opString                      // literals[a]
	opClass                       // one unit of classes[a]
	opClassWide                   // one code point of classes[a]
	opCharBack                    // the same, to the left
	opClassBack                   //
	opClassWideBack               //
	opStrings                     // one of strings[a]
	opJump                        // to a
	opSplit                       // splits[a]
	opRun                         // runs[a]
	opSave                        // register a := position
	opReset                       // registers a to b := -1
	opMark                        // register a := position, for opProgress
	opProgress                    // fail if the position is still register a
	opLoopStart                   // counter of loops[a] := 0
	opLoop                        // loops[a]: another iteration, or go on
	opLoopEnd                     // count an iteration of loops[a], to its opLoop
	opStart                       // ^
	opStartLine                   // ^ with m
	opEnd                         // $
	opEndLine                     // $ with m
	opWordBoundary                // \b; flag: folded words
	opNotBoundary                 // \B
	opReference                   // refs[a]
	opLook                        // enter looks[a]
	opLookEnd                     // leave looks[a]
)

// literal is a string of units, also as bytes if they all fit.
type literal struct {
	units  []uint16
	latin1 []byte // nil if some unit is wider
}

// class is a set of characters as tests want it.
type class struct {
	latin     [256]bool            // OPT: a load is faster than a bit test
	bits      bits                 // the same
	high      unicodedata.RangeSet // from U+0100
	everyHigh bool                 // every unit from U+0100 is a member
	set       unicodedata.RangeSet
}

// split is a choice: first a, then b. Filters say which units can follow.
type split struct {
	a, b   int32
	fa, fb *filter
}

// run is a loop over one class.
type run struct {
	class      *class
	wide       bool // code points
	lazy       bool
	possessive bool // what follows cannot start with a character of class
	min, max   int32
	follow     *filter
}

// loop is a loop with a counter.
type loop struct {
	counter, mark int32 // mark is -1 if the body cannot be empty
	min, max      int32
	lazy          bool
	at, body, end int32
}

// look is a lookaround. Its registers need no undo: the body runs to its end
// before anything else can enter it again.
type look struct {
	height, pos int32 // registers
	negative    bool
	behind      bool
	end         int32 // the instruction behind opLookEnd
}

type reference struct {
	groups     []int
	ignoreCase bool
	back       bool
}

// stringSet is the sorted strings of a class, reversed if they are to match
// from right to left.
type stringSet struct {
	sorted     [][]rune
	fold, back bool
}

// NumCaptures returns the number of capturing groups, the whole match not counted.
func (p *Program) NumCaptures() int { return p.groups }

// Flags returns the flags that the program was compiled with.
func (p *Program) Flags() syntax.Flags { return p.flags }

// GroupNames returns the names of groups in the order of the pattern, each
// with the indices of its groups.
func (p *Program) GroupNames() []syntax.GroupName { return p.names }

// Size returns an estimate of the memory that p occupies.
func (p *Program) Size() int {
	n := 512 + len(p.code)*12 + len(p.splits)*24 + len(p.runs)*40 + len(p.loops)*32 + len(p.looks)*16 + len(p.refs)*32
	for _, c := range p.classes {
		n += 320 + len(c.set)*8
	}
	for _, l := range p.literals {
		n += 48 + 3*len(l.units)
	}
	return n
}

// Compile parses and compiles a pattern. Errors are *syntax.Error.
func Compile(pattern, flags *jstring.String) (*Program, error) {
	return CompilePolled(pattern, flags, nil)
}

// CompilePolled is Compile that ends with the error of poll when it returns
// one; nil is never asked.
func CompilePolled(pattern, flags *jstring.String, poll func() error) (*Program, error) {
	f, ok := syntax.ParseFlags(flags)
	if !ok {
		return nil, syntax.FlagsError(flags)
	}
	parsed, err := syntax.ParsePolled(pattern, f, poll)
	if err != nil {
		return nil, err
	}
	return CompilePattern(parsed), nil
}

func makeLiteral(units []uint16) literal {
	l := literal{units: units, latin1: make([]byte, len(units))}
	for i, u := range units {
		if u > 0xFF {
			l.latin1 = nil
			return l
		}
		l.latin1[i] = byte(u)
	}
	return l
}

func makeClass(set unicodedata.RangeSet) *class {
	c := &class{set: set}
	for _, r := range set {
		for u := r.Lo; u <= min(r.Hi, 0xFF); u++ {
			c.latin[u] = true
			c.bits.add(uint8(u))
		}
		if r.Hi > 0xFF {
			c.high = append(c.high, unicodedata.Range{Lo: max(r.Lo, 0x100), Hi: r.Hi})
		}
	}
	c.everyHigh = len(c.high) == 1 && c.high[0] == unicodedata.Range{Lo: 0x100, Hi: unicodedata.MaxRune}
	return c
}

// wide reports whether c has members that are not one unit, or that may be
// half of a character.
func (c *class) needsCodePoints() bool {
	n := len(c.high)
	if n == 0 {
		return false
	}
	return c.high[n-1].Hi >= 0x10000 || len(c.high.Intersect(unicodedata.RangeSet{{Lo: 0xD800, Hi: 0xDFFF}})) > 0
}

func (c *class) has(r rune) bool {
	if r < 256 {
		return c.latin[r]
	}
	return c.everyHigh || c.high.Contains(r)
}
