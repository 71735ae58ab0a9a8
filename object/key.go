package object

import (
	"math"
	"strconv"
	"sync/atomic"
	"unsafe"
	"weak"

	"github.com/burrowjs/burrow/internal/jstring"
)

// PropertyKey is a property key (6.1.7): an array index, a string that is not
// one, or a symbol. Strings are interned in the agent's atom table, so keys
// are compared with ==.
type PropertyKey struct {
	ptr   unsafe.Pointer // *jstring.String (interned) or *Symbol
	index uint32
	kind  keyKind
}

type keyKind uint8

const (
	keyNone keyKind = iota
	keyIndex
	keyString
	keySymbol
	keyPrivate // a private name (6.2.12), never seen by reflection
)

// MaxArrayIndex is the greatest array index, 2^32 - 2.
const MaxArrayIndex = math.MaxUint32 - 1

// IndexKey returns the key of the array index i, which is at most MaxArrayIndex.
func IndexKey(i uint32) PropertyKey { return PropertyKey{index: i, kind: keyIndex} }

// SymbolKey returns the key of a symbol.
func SymbolKey(s *Symbol) PropertyKey {
	if s.private {
		return PropertyKey{ptr: unsafe.Pointer(s), kind: keyPrivate}
	}
	return PropertyKey{ptr: unsafe.Pointer(s), kind: keySymbol}
}

func (k PropertyKey) IsNone() bool    { return k.kind == keyNone }
func (k PropertyKey) IsIndex() bool   { return k.kind == keyIndex }
func (k PropertyKey) IsString() bool  { return k.kind == keyString || k.kind == keyIndex }
func (k PropertyKey) IsSymbol() bool  { return k.kind == keySymbol }
func (k PropertyKey) IsPrivate() bool { return k.kind == keyPrivate }

// Index returns the array index of a key for which IsIndex holds.
func (k PropertyKey) Index() uint32 { return k.index }

// Symbol returns the symbol of a symbol key or private name.
func (k PropertyKey) Symbol() *Symbol { return (*Symbol)(k.ptr) }

// Atom returns the interned string of a string key that is not an index, or nil.
func (k PropertyKey) Atom() *jstring.String {
	if k.kind == keyString {
		return (*jstring.String)(k.ptr)
	}
	return nil
}

// String returns the text of a string key, or the description of a symbol.
func (k PropertyKey) String() *jstring.String {
	switch k.kind {
	case keyIndex:
		return jstring.FromGo(strconv.FormatUint(uint64(k.index), 10))
	case keyString:
		return (*jstring.String)(k.ptr)
	case keySymbol, keyPrivate:
		if d := k.Symbol().Description; d != nil {
			return d
		}
	}
	return jstring.Empty
}

// Value returns the key as a language value: a String or a Symbol.
func (k PropertyKey) Value() Value {
	if k.kind == keySymbol {
		return Sym(k.Symbol())
	}
	return Str(k.String())
}

func (k PropertyKey) hash() uint32 {
	switch k.kind {
	case keyIndex:
		return k.index*0x9E3779B1 ^ k.index>>15
	case keyString:
		return (*jstring.String)(k.ptr).Hash()
	default:
		return (*Symbol)(k.ptr).hash
	}
}

// Symbol is a Symbol value (6.1.5). Symbols belong to one agent, except the
// well-known ones, which are shared by all.
type Symbol struct {
	// Found comes first, where the machine's loop looks for it.
	Found       PrivateSlot
	Description *jstring.String // nil: undefined
	Brand       *jstring.String // of a private method or accessor: what has it, for messages
	Registered  bool            // made by Symbol.for
	private     bool
	shared      bool // well-known: used by all agents
	hash        uint32
	weak        *weakTable // unless shared
}

// IsPrivate reports whether s is a private name of a class.
func (s *Symbol) IsPrivate() bool { return s.private }

var symbolCount atomic.Uint32

// NewSymbol returns a fresh symbol; description may be nil.
func NewSymbol(description *jstring.String) *Symbol {
	return &Symbol{Description: description, hash: symbolCount.Add(1) * 0x9E3779B1}
}

// NewPrivateName returns a fresh private name; name includes the '#'.
func NewPrivateName(name *jstring.String) *Symbol {
	s := NewSymbol(name)
	s.private = true
	return s
}

// Well-known symbols (6.1.5.1), shared by all realms and agents.
var (
	SymbolAsyncDispose       = wellKnown("asyncDispose")
	SymbolAsyncIterator      = wellKnown("asyncIterator")
	SymbolDispose            = wellKnown("dispose")
	SymbolHasInstance        = wellKnown("hasInstance")
	SymbolIsConcatSpreadable = wellKnown("isConcatSpreadable")
	SymbolIterator           = wellKnown("iterator")
	SymbolMatch              = wellKnown("match")
	SymbolMatchAll           = wellKnown("matchAll")
	SymbolReplace            = wellKnown("replace")
	SymbolSearch             = wellKnown("search")
	SymbolSpecies            = wellKnown("species")
	SymbolSplit              = wellKnown("split")
	SymbolToPrimitive        = wellKnown("toPrimitive")
	SymbolToStringTag        = wellKnown("toStringTag")
	SymbolUnscopables        = wellKnown("unscopables")
)

// IsWellKnown reports whether all agents share the symbol.
func (s *Symbol) IsWellKnown() bool { return s.shared }

func wellKnown(name string) *Symbol {
	d := jstring.FromGo("Symbol." + name)
	d.Hash() // shared between goroutines from here on
	s := NewSymbol(d)
	s.shared = true
	return s
}

// parseArrayIndex returns the array index that s spells canonically.
func parseArrayIndex(s *jstring.String) (uint32, bool) {
	n := s.Len()
	if n == 0 || n > 10 {
		return 0, false
	}
	c := s.At(0)
	if c == '0' {
		return 0, n == 1
	}
	var v uint64
	for i := range n {
		c := s.At(i)
		if c < '0' || c > '9' {
			return 0, false
		}
		v = v*10 + uint64(c-'0')
	}
	return uint32(v), v <= MaxArrayIndex
}

// atomTable interns the strings that are property keys. It holds them weakly:
// an atom lives as long as a shape, an inline cache or a script mentions it.
type atomTable struct {
	entries []weak.Pointer[jstring.String]
	hashes  []uint32 // 0: free; kept for dead entries until the next sweep
	used    int
}

// atomBytes is what Go keeps for a weak pointer.
const atomBytes = 64

// StringKey returns the key that s is (7.1.19 for a String).
func (a *Agent) StringKey(s *jstring.String) PropertyKey {
	if s.IsInterned() {
		return PropertyKey{ptr: unsafe.Pointer(s), kind: keyString}
	}
	if i, ok := parseArrayIndex(s); ok {
		return IndexKey(i)
	}
	used := a.atoms.used
	atom := a.atoms.intern(s)
	if a.atoms.used > used {
		a.Owe(atomBytes + int(unsafe.Sizeof(*atom)) + atom.Size())
	}
	return PropertyKey{ptr: unsafe.Pointer(atom), kind: keyString}
}

// Key returns the key of a Go string.
func (a *Agent) Key(s string) PropertyKey { return a.StringKey(jstring.FromGo(s)) }

func (t *atomTable) intern(s *jstring.String) *jstring.String {
	if 4*(t.used+1) > 3*len(t.entries) {
		t.sweep()
	}
	h := s.Hash()
	mask := uint32(len(t.entries) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if t.hashes[i] == 0 {
			atom := s.Intern()
			t.entries[i], t.hashes[i] = weak.Make(atom), h
			t.used++
			return atom
		}
		if t.hashes[i] == h {
			if atom := t.entries[i].Value(); atom != nil && jstring.Equal(atom, s) {
				return atom
			}
		}
	}
}

// sweep drops dead entries and makes room for as many as live.
func (t *atomTable) sweep() {
	old, oldHashes := t.entries, t.hashes
	live := 0
	for i, h := range oldHashes {
		if h != 0 && old[i].Value() != nil {
			live++
		}
	}
	size := 256
	for size < 3*live {
		size *= 2
	}
	t.entries, t.hashes, t.used = make([]weak.Pointer[jstring.String], size), make([]uint32, size), 0
	mask := uint32(size - 1)
	for i, h := range oldHashes {
		if h == 0 || old[i].Value() == nil {
			continue
		}
		j := h & mask
		for t.hashes[j] != 0 {
			j = (j + 1) & mask
		}
		t.entries[j], t.hashes[j] = old[i], h
		t.used++
	}
}

// Hash returns a hash of the key.
func (k PropertyKey) Hash() uint32 { return k.hash() }
