package unicodedata

import (
	"slices"
	"sync"
)

// 22.2.2.7.3 Canonicalize ( rer, ch ), https://tc39.es/ecma262/#sec-runtime-semantics-canonicalize-ch
//
// Canonicalize returns the character that stands for r and its case variants
// when a regular expression ignores case: the simple case folding in Unicode
// mode, else the upper case mapping if that is one code unit and does not lead
// into ASCII from outside.
func Canonicalize(r rune, unicode bool) rune {
	if unicode {
		return SimpleFold(r)
	}
	if r < 0x80 {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	if r >= 0x10000 || upperFull()[r] != nil {
		return r
	}
	if u := upperMap().apply(r); u >= 0x80 && u < 0x10000 {
		return u
	}
	return r
}

// orbits holds the classes of characters that Canonicalize makes equal.
type orbits struct {
	members []rune // sorted: every character that is not alone in its class
	class   map[rune][]rune
}

func loadOrbits(unicode bool) func() *orbits {
	return sync.OnceValue(func() *orbits {
		keys := upperMap().keys
		if unicode {
			keys = foldMap().keys
		}
		byCanonical := map[rune][]rune{}
		for _, r := range keys {
			if c := Canonicalize(r, unicode); c != r {
				if byCanonical[c] == nil {
					byCanonical[c] = []rune{c}
				}
				byCanonical[c] = append(byCanonical[c], r)
			}
		}
		o := &orbits{class: make(map[rune][]rune, 2*len(byCanonical))}
		for _, class := range byCanonical {
			slices.Sort(class)
			for _, r := range class {
				o.class[r] = class
				o.members = append(o.members, r)
			}
		}
		slices.Sort(o.members)
		return o
	})
}

var unitOrbits, codePointOrbits = loadOrbits(false), loadOrbits(true)

func orbitsFor(unicode bool) *orbits {
	if unicode {
		return codePointOrbits()
	}
	return unitOrbits()
}

// CaseVariants returns the sorted characters that Canonicalize makes equal to
// r, r included, or nil if there is no other.
func CaseVariants(r rune, unicode bool) []rune { return orbitsFor(unicode).class[r] }

// CaseClosure returns s and all case variants of its members.
func CaseClosure(s RangeSet, unicode bool) RangeSet {
	o := orbitsFor(unicode)
	var add []Range
	for _, r := range s {
		i, _ := slices.BinarySearch(o.members, r.Lo)
		for ; i < len(o.members) && o.members[i] <= r.Hi; i++ {
			for _, v := range o.class[o.members[i]] {
				if v < r.Lo || v > r.Hi {
					add = append(add, Range{v, v})
				}
			}
		}
	}
	if add == nil {
		return s
	}
	return s.Union(MakeSet(add))
}

// FoldSet returns the simple case foldings of the members of s.
func FoldSet(s RangeSet) RangeSet {
	m := foldMap()
	var gone, add []Range
	for _, r := range s {
		i, _ := slices.BinarySearch(m.keys, r.Lo)
		for ; i < len(m.keys) && m.keys[i] <= r.Hi; i++ {
			c := m.keys[i]
			f := m.apply(c)
			gone = append(gone, Range{c, c})
			add = append(add, Range{f, f})
		}
	}
	if gone == nil {
		return s
	}
	return s.Subtract(MakeSet(gone)).Union(MakeSet(add))
}

// Folded returns the code points that are their own simple case folding.
var Folded = sync.OnceValue(func() RangeSet {
	var keys []Range
	for _, c := range foldMap().keys {
		keys = append(keys, Range{c, c})
	}
	return MakeSet(keys).Complement()
})
