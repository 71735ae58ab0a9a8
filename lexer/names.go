package lexer

import (
	"slices"

	"github.com/burrowjs/burrow/internal/jstring"
)

// Name is the canonical record of an identifier name (or short string) in one
// parse: equal names are one record, so that records are compared by pointer.
type Name struct {
	Str  *jstring.String
	Kind Kind // the word's kind, Identifier for most
	// Ref is the parser's: the newest unresolved reference, counted from 1.
	Ref int32
	// Var is the parser's: the newest var declaration, counted from 1.
	Var   int32
	hash  uint32
	units []uint16
}

// Names is a table of names: open addressing over slices of the source.
type Names struct {
	slots []*Name
	count int
	slab  []Name
}

const fnvPrime = 0x01000193

// hashUnits is what the identifier scanner computes on its way.
func hashUnits(u []uint16) uint32 {
	h := uint32(0)
	for _, c := range u {
		h = (h ^ uint32(c)) * fnvPrime
	}
	return h
}

// Intern returns the record of the name with the given units and hash. It keeps units.
func (t *Names) intern(units []uint16, h uint32) *Name {
	if t.count*2 >= len(t.slots) {
		t.grow()
	}
	mask := uint32(len(t.slots) - 1)
	i := (h ^ h>>15) & mask
	for t.slots[i] != nil {
		n := t.slots[i]
		if n.hash == h && slices.Equal(n.units, units) {
			return n
		}
		i = (i + 1) & mask
	}
	if len(t.slab) == 0 {
		t.slab = make([]Name, min(max(8, t.count), 256))
	}
	n := &t.slab[0]
	t.slab = t.slab[1:]
	n.Str, n.hash, n.units, n.Kind = stringOf(units), h, units, Identifier
	if k := len(units); k >= 2 && k <= 11 && n.Str.IsLatin1() {
		if kind, ok := wordKinds[string(n.Str.Latin1())]; ok {
			n.Kind = kind
		}
	}
	t.slots[i] = n
	t.count++
	return n
}

// InternUnits returns the record of a name. It keeps units.
func (t *Names) InternUnits(units []uint16) *Name { return t.intern(units, hashUnits(units)) }

// Intern returns the record of the name s.
func (t *Names) Intern(s *jstring.String) *Name {
	return t.InternUnits(s.AppendUnits(nil))
}

// Adopt makes s the canonical string of its name, which must not be in the table
// under another string yet.
func (t *Names) Adopt(s *jstring.String) *Name {
	n := t.Intern(s)
	n.Str = s
	return n
}

// InternGo returns the record of an ASCII name.
func (t *Names) InternGo(s string) *Name { return t.Intern(jstring.FromGo(s)) }

func (t *Names) grow() {
	old := t.slots
	t.slots = make([]*Name, max(64, 4*len(old)))
	mask := uint32(len(t.slots) - 1)
	for _, n := range old {
		if n != nil {
			i := (n.hash ^ n.hash>>15) & mask
			for t.slots[i] != nil {
				i = (i + 1) & mask
			}
			t.slots[i] = n
		}
	}
}

// stringOf copies units to a string.
func stringOf(units []uint16) *jstring.String {
	if len(units) == 1 {
		return jstring.FromUnit(units[0])
	}
	b := make([]byte, len(units))
	for i, c := range units {
		if c > 0xFF {
			return jstring.FromUTF16(slices.Clone(units))
		}
		b[i] = byte(c)
	}
	return jstring.FromLatin1(b)
}
