package unicodedata

import (
	"slices"
	"testing"
	"unicode"
)

// The counts of Unicode 17.0 as the files of the Unicode character database
// state them in their "# Total code points" lines.
func TestPropertyCounts(t *testing.T) {
	for _, test := range []struct {
		name, value string
		count       int
	}{
		{"Any", "", 0x110000},
		{"ASCII", "", 128},
		{"White_Space", "", 25},
		{"space", "", 25},
		{"Surrogate", "", 2048},
		{"Private_Use", "", 137468},
		{"Noncharacter_Code_Point", "", 66},
		{"Pattern_White_Space", "", 11},
		{"General_Category", "Zs", 17},
		{"gc", "Nd", 770},
		{"Script", "Latn", 1492},
		{"sc", "Sidetic", 26},
		{"scx", "Sidt", 26},
		{"Regional_Indicator", "", 26},
	} {
		s, ok := Property(test.name, test.value)
		if !ok || s.Count() != test.count {
			t.Errorf("%s=%s: %d code points (known: %v), want %d", test.name, test.value, s.Count(), ok, test.count)
		}
	}
	for _, unknown := range [][2]string{{"General_Category", ""}, {"Script", ""}, {"Latin", ""}, {"any", ""}, {"ID_Start", "Yes"}, {"Block", "Basic_Latin"}, {"scx", "Katakana_Or_Hiragana"}, {"aliases", ""}} {
		if _, ok := Property(unknown[0], unknown[1]); ok {
			t.Errorf("%v is not a property of ECMA-262", unknown)
		}
	}
}

// Go's tables are of an older Unicode: everything they know must be here.
func TestAgainstGo(t *testing.T) {
	for name, table := range unicode.Categories {
		s, ok := Property("gc", name)
		if !ok || name == "Cn" || name == "C" {
			continue
		}
		missing := 0
		for r := rune(0); r <= MaxRune; r++ {
			if unicode.Is(table, r) && !s.Contains(r) {
				missing++
			}
		}
		if missing > 6 { // a few characters change their category over time
			t.Errorf("%s: %d characters of Go's table are missing", name, missing)
		}
	}
	for r := rune(0); r <= MaxRune; r++ {
		if l := unicode.ToLower(r); l != r && r != 0x130 && ToLowerSimple(r) != l {
			t.Errorf("lower of %U: %U, want %U", r, ToLowerSimple(r), l)
		}
		if u := unicode.ToUpper(r); u != r && ToUpperSimple(r) != u {
			t.Errorf("upper of %U: %U, want %U", r, ToUpperSimple(r), u)
		}
	}
}

func TestIdentifierFastPath(t *testing.T) {
	for r := rune(0); r < 256; r++ {
		if IsIDStart(r) != idStart().Contains(r) || IsIDContinue(r) != idContinue().Contains(r) {
			t.Errorf("%U: built-in table differs", r)
		}
	}
	for _, test := range []struct {
		r           rune
		start, cont bool
	}{{0x2118, true, true}, {0x1885, true, true}, {0x309B, true, true}, {0x387, false, true}, {0x19DA, false, true}, {0x30FB, false, true}, {0x2E2F, false, false}, {0x10940, true, true}, {0x200C, false, true}} {
		if IsIDStart(test.r) != test.start || IsIDContinue(test.r) != test.cont {
			t.Errorf("%U: start %v, continue %v", test.r, IsIDStart(test.r), IsIDContinue(test.r))
		}
	}
}

func TestCase(t *testing.T) {
	for _, test := range []struct{ r, units, codePoints rune }{
		{'a', 'A', 'a'}, {'A', 'A', 'a'}, {0xDF, 0xDF, 0xDF}, {0x1E9E, 0x1E9E, 0xDF},
		{0x17F, 0x17F, 's'}, {0x212A, 0x212A, 'k'}, {0x131, 0x131, 0x131}, {0x130, 0x130, 0x130},
		{0xB5, 0x39C, 0x3BC}, {0x3C2, 0x3A3, 0x3C3}, {0x1F80, 0x1F80, 0x1F80}, {0x1F88, 0x1F88, 0x1F80},
		{0x10400, 0x10400, 0x10428}, {0xFF, 0x178, 0xFF}, {0x13F8, 0x13F0, 0x13F0}, {0xAB70, 0x13A0, 0x13A0},
	} {
		if got := Canonicalize(test.r, false); got != test.units {
			t.Errorf("Canonicalize(%U, units) = %U, want %U", test.r, got, test.units)
		}
		if got := Canonicalize(test.r, true); got != test.codePoints {
			t.Errorf("Canonicalize(%U, code points) = %U, want %U", test.r, got, test.codePoints)
		}
	}
	if got := CaseVariants('k', true); !slices.Equal(got, []rune{'K', 'k', 0x212A}) {
		t.Errorf("variants of k: %U", got)
	}
	if got := CaseVariants('k', false); !slices.Equal(got, []rune{'K', 'k'}) {
		t.Errorf("variants of k: %U", got)
	}
	if got := CaseClosure(RangeSet{{'r', 't'}}, true); !slices.Equal(got, RangeSet{{'R', 'T'}, {'r', 't'}, {0x17F, 0x17F}}) {
		t.Errorf("closure: %U", got)
	}
	if got := FoldSet(RangeSet{{'R', 'a'}}); !slices.Equal(got, RangeSet{{'[', 'a'}, {'r', 'z'}}) {
		t.Errorf("folded: %U", got)
	}
	if got := ToUpperFull(0xDF); !slices.Equal(got, []rune("SS")) {
		t.Errorf("upper of ß: %q", string(got))
	}
	if got := ToLowerFull(0x130); !slices.Equal(got, []rune{'i', 0x307}) {
		t.Errorf("lower of U+0130: %U", got)
	}
	if !IsCased('a') || IsCased('1') || !IsCaseIgnorable('.') || IsCaseIgnorable('a') {
		t.Error("Cased or Case_Ignorable wrong")
	}
}

func TestRangeSet(t *testing.T) {
	a, b := RangeSet{{1, 5}, {10, 20}}, RangeSet{{4, 12}, {15, 15}, {21, 30}}
	for _, test := range []struct {
		name      string
		got, want RangeSet
	}{
		{"union", a.Union(b), RangeSet{{1, 30}}},
		{"intersection", a.Intersect(b), RangeSet{{4, 5}, {10, 12}, {15, 15}}},
		{"difference", a.Subtract(b), RangeSet{{1, 3}, {13, 14}, {16, 20}}},
		{"complement", a.Complement(), RangeSet{{0, 0}, {6, 9}, {21, MaxRune}}},
		{"made", MakeSet([]Range{{7, 8}, {1, 2}, {3, 5}, {4, 4}}), RangeSet{{1, 5}, {7, 8}}},
	} {
		if !slices.Equal(test.got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, test.got, test.want)
		}
	}
}

func TestStringsProperty(t *testing.T) {
	flags, ok := StringsProperty("RGI_Emoji_Flag_Sequence")
	if !ok || len(flags.Longer) < 258 || len(flags.Singles) != 0 {
		t.Fatalf("flags: %v", ok)
	}
	all, ok := StringsProperty("RGI_Emoji")
	if !ok || !slices.IsSortedFunc(all.Longer, slices.Compare[[]rune]) || !all.Singles.Contains(0x1F600) {
		t.Error("RGI_Emoji wrong")
	}
	if _, ok := StringsProperty("Emoji"); ok {
		t.Error("Emoji is not a property of strings")
	}
}
