package jstring

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func units(s *String) []uint16 { return s.AppendUnits(nil) }

func TestFromGo(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []uint16
	}{
		{"", nil}, {"abc", []uint16{'a', 'b', 'c'}}, {"é", []uint16{0xE9}}, {"€", []uint16{0x20AC}}, {"😀", []uint16{0xD83D, 0xDE00}},
		{"\xff", []uint16{0xFFFD}}, {"\xed\xa0\xbd", []uint16{0xD83D}}, {"a\xed\xa0", []uint16{'a', 0xFFFD, 0xFFFD}},
	} {
		s := FromGo(c.in)
		if !slices.Equal(units(s), c.want) || s.Len() != len(c.want) {
			t.Errorf("%q: %x", c.in, units(s))
		}
	}
	lone := FromUTF16([]uint16{'a', 0xDC00, 0xD800})
	if lone.String() != "a\uFFFD\uFFFD" || !Equal(FromGo(lone.WTF8()), lone) || lone.IsWellFormed() {
		t.Error("unpaired surrogates")
	}
	if !FromUTF16([]uint16{'a', 0xE9}).IsLatin1() || FromUTF16([]uint16{256}).IsLatin1() {
		t.Error("narrow units are not stored as Latin-1")
	}
}

// Equal strings hash alike however they came about, the empty one too.
func TestHash(t *testing.T) {
	long := strings.Repeat("text ", 100)
	forms := func(s string) []*String {
		half := len(s) / 2
		var b Builder
		b.ASCII(s)
		parts := &String{}
		for i := range len(s) {
			parts = Concat(parts, FromUnit(uint16(s[i])))
		}
		wide := FromGo("€" + s)
		return []*String{FromGo(s), FromLatin1([]byte(s)), Concat(FromGo(s[:half]), FromGo(s[half:])), b.String(), parts,
			wide.Substring(1, wide.Len()), FromGo(s).Intern()}
	}
	for _, s := range []string{"", "a", "hello", long} {
		fs := forms(s)
		for i, f := range fs {
			for _, g := range fs[i+1:] {
				if f.Hash() != g.Hash() || f.Hash() == 0 || Compare(f, g) != 0 {
					t.Errorf("%.10q: form %d hashes to %x and %x", s, i, f.Hash(), g.Hash())
				}
				if !(f.IsInterned() && g.IsInterned()) && !Equal(f, g) {
					t.Errorf("%.10q: form %d is not equal", s, i)
				}
			}
		}
	}
	if !Equal(&String{}, Empty) || (&String{}).Hash() != Empty.Hash() {
		t.Error("the zero String is not the empty string")
	}
	if FromGo("€uro").Hash() != Concat(FromGo("€u"), FromGo("ro")).Hash() {
		t.Error("wide strings hash differently")
	}
}

func TestIntern(t *testing.T) {
	s := FromGo("abc")
	atom := s.Intern()
	if atom == s || !atom.IsInterned() || s.IsInterned() || !Equal(atom, s) {
		t.Error("interning")
	}
	built := FromGo("x")
	for range 100 {
		built = Concat(built, FromGo("y"))
	}
	atom = built.Intern()
	more := Concat(built, FromGo("z"))
	if atom.Len() != 101 || more.Len() != 102 || Concat(atom, FromGo("q")).Len() != 102 || !more.Substring(101, 102).EqualGo("z") {
		t.Error("an atom shares a buffer that grows")
	}
}

// Concat, in whatever order, says what the parts say.
func TestConcat(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	type pair struct {
		s     *String
		model []uint16
	}
	for range 200 {
		pool := []pair{{Empty, nil}, {FromGo("a"), []uint16{'a'}}, {FromGo("€"), []uint16{0x20AC}}, {FromGo("some text"), units(FromGo("some text"))}}
		for range 60 {
			x, y := pool[rnd.IntN(len(pool))], pool[rnd.IntN(len(pool))]
			if len(x.model)+len(y.model) > 20000 {
				continue
			}
			pool = append(pool, pair{Concat(x.s, y.s), slices.Concat(x.model, y.model)})
			if rnd.IntN(10) == 0 {
				pool[rnd.IntN(len(pool))].s.Flatten()
			}
		}
		for _, p := range pool {
			if !slices.Equal(units(p.s), p.model) {
				t.Fatalf("a concatenation of %d units is wrong", len(p.model))
			}
		}
	}
}

func TestDeepRope(t *testing.T) {
	left := FromGo(strings.Repeat("l", 300))
	for range 200000 {
		left = Concat(FromGo("<"), left)
	}
	if left.Len() != 200300 || left.At(0) != '<' || left.At(200299) != 'l' {
		t.Error("a rope that leans right")
	}
}

func TestIndex(t *testing.T) {
	s := FromGo("one two one")
	for _, c := range []struct {
		sub        string
		from, want int
	}{{"one", 0, 0}, {"one", 1, 8}, {"", 11, 11}, {"", 12, -1}, {"x", 0, -1}, {"€", 0, -1}} {
		if got := Index(s, FromGo(c.sub), c.from); got != c.want {
			t.Errorf("Index %q from %d: %d", c.sub, c.from, got)
		}
	}
	wide := FromGo("€ one € one")
	if Index(wide, FromGo("one"), 3) != 8 || LastIndex(wide, FromGo("€"), 100) != 6 || LastIndex(wide, FromGo("one"), 7) != 2 {
		t.Error("wide strings")
	}
}

func BenchmarkAppend(b *testing.B) {
	x := FromGo("x")
	s := Empty
	for b.Loop() {
		if s = Concat(s, x); s.Len() > 1<<20 {
			s = Empty
		}
	}
}
