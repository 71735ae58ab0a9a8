package unicodedata

import "sort"

// MaxRune is the last code point.
const MaxRune = 0x10FFFF

// Range is the code points from Lo to Hi, both included.
type Range struct{ Lo, Hi rune }

// RangeSet is a set of code points: sorted ranges that neither touch nor
// overlap. A RangeSet is never changed after it was made.
type RangeSet []Range

// Contains reports whether r is in s.
func (s RangeSet) Contains(r rune) bool {
	lo, hi := 0, len(s)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if s[mid].Hi < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(s) && s[lo].Lo <= r
}

// Count returns the number of code points in s.
func (s RangeSet) Count() int {
	n := 0
	for _, r := range s {
		n += int(r.Hi-r.Lo) + 1
	}
	return n
}

// Complement returns the code points that are not in s.
func (s RangeSet) Complement() RangeSet {
	out := make(RangeSet, 0, len(s)+1)
	next := rune(0)
	for _, r := range s {
		if r.Lo > next {
			out = append(out, Range{next, r.Lo - 1})
		}
		next = r.Hi + 1
	}
	if next <= MaxRune {
		out = append(out, Range{next, MaxRune})
	}
	return out
}

// Union returns the code points that are in s or t.
func (s RangeSet) Union(t RangeSet) RangeSet {
	if len(s) == 0 {
		return t
	}
	if len(t) == 0 {
		return s
	}
	out := make(RangeSet, 0, len(s)+len(t))
	for len(s) > 0 || len(t) > 0 {
		var r Range
		if len(t) == 0 || len(s) > 0 && s[0].Lo <= t[0].Lo {
			r, s = s[0], s[1:]
		} else {
			r, t = t[0], t[1:]
		}
		if last := len(out) - 1; last >= 0 && r.Lo <= out[last].Hi+1 {
			out[last].Hi = max(out[last].Hi, r.Hi)
		} else {
			out = append(out, r)
		}
	}
	return out
}

// Intersect returns the code points that are in s and in t.
func (s RangeSet) Intersect(t RangeSet) RangeSet {
	var out RangeSet
	for len(s) > 0 && len(t) > 0 {
		lo, hi := max(s[0].Lo, t[0].Lo), min(s[0].Hi, t[0].Hi)
		if lo <= hi {
			out = append(out, Range{lo, hi})
		}
		if s[0].Hi < t[0].Hi {
			s = s[1:]
		} else {
			t = t[1:]
		}
	}
	return out
}

// Subtract returns the code points of s that are not in t.
func (s RangeSet) Subtract(t RangeSet) RangeSet { return s.Intersect(t.Complement()) }

// MakeSet returns the set of the given ranges, which may come in any order,
// touch and overlap. It sorts ranges in place and takes ownership of it.
func MakeSet(ranges []Range) RangeSet {
	if len(ranges) < 2 {
		return ranges
	}
	sort.Slice(ranges, func(i, j int) bool { return ranges[i].Lo < ranges[j].Lo })
	out := ranges[:1]
	for _, r := range ranges[1:] {
		if last := &out[len(out)-1]; r.Lo <= last.Hi+1 {
			last.Hi = max(last.Hi, r.Hi)
		} else {
			out = append(out, r)
		}
	}
	return out
}

func decodeSet(table string) RangeSet {
	var s RangeSet
	next := 0
	for r := reader(table); r.more(); {
		lo := next + r.uvarint()
		next = lo + r.uvarint()
		s = append(s, Range{rune(lo), rune(next - 1)})
	}
	return s
}
