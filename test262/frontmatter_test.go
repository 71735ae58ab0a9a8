package test262

import (
	"reflect"
	"strings"
	"testing"
)

func TestParseMeta(t *testing.T) {
	tests := []struct {
		name, source string
		want         Meta
	}{
		{"none", "var a;", Meta{}},
		{"inline", "/*---\ndescription: a test\nesid: sec-x\nflags: [onlyStrict, async]\nfeatures: [let, \"const\"]\nincludes: [a.js]\n---*/",
			Meta{Description: "a test", ESID: "sec-x", Flags: []string{"onlyStrict", "async"}, Features: []string{"let", "const"}, Includes: []string{"a.js"}}},
		{"dashed", "/*---\nfeatures:\n  - a\n  - b # why\n\nflags:\n- raw\n---*/",
			Meta{Features: []string{"a", "b"}, Flags: []string{"raw"}}},
		{"flow on lines", "/*---\nfeatures: [a,\n  b,\n  c\n]\nlocale: [en, de-DE]\n---*/",
			Meta{Features: []string{"a", "b", "c"}, Locale: []string{"en", "de-DE"}}},
		{"blocks", "/*---\ninfo: |\n  one: two\n\n    three\ndescription: >\n  folded\n  text\n---*/",
			Meta{Info: "one: two\n\n  three", Description: "folded text"}},
		{"continued scalar", "/*---\ndescription:\n    first\n    second\n---*/", Meta{Description: "first second"}},
		{"negative", "/*---\nnegative:\n  phase: parse\n  type: SyntaxError\n---*/", Meta{Negative: &Negative{"parse", "SyntaxError"}}},
		{"line ends", "/*---\r\nflags: [raw]\r\nesid: x\r\n---*/", Meta{Flags: []string{"raw"}, ESID: "x"}},
		{"carriage returns", "/*---\rflags: [raw]\resid: x\r---*/", Meta{Flags: []string{"raw"}, ESID: "x"}},
		{"indented", "/*---\n  flags: [raw]\n  esid: x\n---*/", Meta{Flags: []string{"raw"}, ESID: "x"}},
		{"unknown key", "/*---\nauthor: someone: else\nes6id: 1.2\n---*/", Meta{}},
	}
	for _, test := range tests {
		got, err := ParseMeta(test.source)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		} else if !reflect.DeepEqual(*got, test.want) {
			t.Errorf("%s:\n got %+v\nwant %+v", test.name, *got, test.want)
		}
	}
}

func TestParseMetaErrors(t *testing.T) {
	for source, want := range map[string]string{
		"/*---\nflags: [raw]\n":                   "not closed",
		"/*---\nnegative:\n  phase: parse\n---*/": "phase and type",
		"/*---\nwords without a colon\n---*/":     "not a key",
	} {
		if _, err := ParseMeta(source); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", source, err, want)
		}
	}
}

func TestModes(t *testing.T) {
	for flags, want := range map[string]string{
		"":                "sloppy strict",
		"onlyStrict":      "strict",
		"noStrict":        "sloppy",
		"module":          "module",
		"raw":             "raw",
		"async generated": "sloppy strict",
		"module async":    "module",
	} {
		meta := &Meta{Flags: strings.Fields(flags)}
		var got []string
		for _, m := range meta.Modes() {
			got = append(got, string(m))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("flags %q: modes %v, want %s", flags, got, want)
		}
	}
}

func TestHarness(t *testing.T) {
	for _, test := range []struct {
		meta Meta
		want string
	}{
		{Meta{}, "assert.js sta.js"},
		{Meta{Includes: []string{"b.js", "a.js", "sta.js"}}, "assert.js sta.js b.js a.js"},
		{Meta{Flags: []string{"async"}, Includes: []string{"a.js"}}, "assert.js sta.js doneprintHandle.js a.js"},
		{Meta{Flags: []string{"raw"}, Includes: []string{"a.js"}}, ""},
	} {
		if got := strings.Join(harnessOf(&test.meta), " "); got != test.want {
			t.Errorf("%+v: %q, want %q", test.meta, got, test.want)
		}
	}
}
