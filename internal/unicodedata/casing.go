package unicodedata

import "sync"

// caseMap is a mapping of code points in pages of 256 distances. Every mapping
// of Unicode 17 lies below casePages<<8.
type caseMap struct {
	pages [casePages]*[256]int32
	keys  []rune
}

const casePages = 0x1F0

func (m *caseMap) apply(r rune) rune {
	if page := r >> 8; uint32(page) < casePages && m.pages[page] != nil {
		return r + rune(m.pages[page][r&0xFF])
	}
	return r
}

func (m *caseMap) add(from, to rune) {
	page := &m.pages[from>>8]
	if *page == nil {
		*page = new([256]int32)
	}
	(*page)[from&0xFF] = to - from
	m.keys = append(m.keys, from)
}

func loadMap(name string) func() *caseMap {
	return sync.OnceValue(func() *caseMap {
		m := new(caseMap)
		from, distance := 0, 0
		for r := reader(tableIndex()["m:"+name]); r.more(); {
			from += r.uvarint()
			n := r.uvarint()
			distance += r.varint()
			step := n&1 + 1
			for range n >> 1 {
				m.add(rune(from), rune(from+distance))
				from += step
			}
			from -= step - 1
		}
		return m
	})
}

func loadFull(name string) func() map[rune][]rune {
	return sync.OnceValue(func() map[rune][]rune {
		m := map[rune][]rune{}
		from := 0
		for r := reader(tableIndex()["m:"+name+" full"]); r.more(); from++ {
			from += r.uvarint()
			to := make([]rune, r.uvarint())
			for i := range to {
				to[i] = rune(r.uvarint())
			}
			m[rune(from)] = to
		}
		return m
	})
}

var (
	lowerMap      = loadMap("lower")
	upperMap      = loadMap("upper")
	foldMap       = loadMap("fold")
	lowerFull     = loadFull("lower")
	upperFull     = loadFull("upper")
	cased         = sync.OnceValue(func() RangeSet { s, _ := set("b:Cased"); return s })
	caseIgnorable = sync.OnceValue(func() RangeSet { s, _ := set("b:Case_Ignorable"); return s })
)

// ToLowerSimple returns the simple lower case mapping of r.
func ToLowerSimple(r rune) rune {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return lowerMap().apply(r)
}

// ToUpperSimple returns the simple upper case mapping of r.
func ToUpperSimple(r rune) rune {
	if r < 0x80 {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return upperMap().apply(r)
}

// ToLowerFull returns the unconditional mapping of r to several code points in
// lower case, or nil if ToLowerSimple says everything. The condition
// Final_Sigma is the caller's business: see IsCased and IsCaseIgnorable.
func ToLowerFull(r rune) []rune {
	if r < 0x80 {
		return nil
	}
	return lowerFull()[r]
}

// ToUpperFull returns the unconditional mapping of r to several code points in
// upper case, or nil if ToUpperSimple says everything.
func ToUpperFull(r rune) []rune {
	if r < 0x80 {
		return nil
	}
	return upperFull()[r]
}

// SimpleFold returns the simple case folding of r (statuses C and S of
// CaseFolding.txt), scf(r) in ECMA-262.
func SimpleFold(r rune) rune {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return foldMap().apply(r)
}

// IsCased reports whether r has the property Cased.
func IsCased(r rune) bool { return cased().Contains(r) }

// IsCaseIgnorable reports whether r has the property Case_Ignorable.
func IsCaseIgnorable(r rune) bool { return caseIgnorable().Contains(r) }
