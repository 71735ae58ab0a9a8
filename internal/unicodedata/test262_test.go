package unicodedata

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	suiteBlock = regexp.MustCompile(`(?s)buildString\(\{\s*loneCodePoints: \[(.*?)\],\s*ranges: \[(.*?)\]\s*\}\)`)
	suiteHex   = regexp.MustCompile(`0x[0-9A-F]+`)
	suiteName  = regexp.MustCompile(`"\\\\p\{(\w+)(?:=(\w+))?\}"`)
	suiteList  = regexp.MustCompile(`(?s)\n  matchStrings: \[(.*?)\]`)
	suiteChar  = regexp.MustCompile(`\\u\{([0-9A-F]+)\}|\\x([0-9A-F]{2})|\\u([0-9A-F]{4})|([^\\])`)
)

// The property escape tests of test262 list the members of each property.
func TestSuiteProperties(t *testing.T) {
	dir := os.Getenv("BURROW_TEST262_DIR")
	if dir == "" {
		t.Skip("BURROW_TEST262_DIR is not set: nothing to compare with")
	}
	dir = filepath.Join(dir, "test/built-ins/RegExp/property-escapes/generated")
	files, _ := filepath.Glob(filepath.Join(dir, "*.js"))
	names := 0
	for _, file := range files {
		text := readFile(t, file)
		block := suiteBlock.FindStringSubmatch(text)
		if block == nil {
			t.Errorf("%s: no members found", file)
			continue
		}
		var want []Range
		for _, h := range suiteHex.FindAllString(block[1], -1) {
			want = append(want, Range{hexRune(h[2:]), hexRune(h[2:])})
		}
		pairs := suiteHex.FindAllString(block[2], -1)
		for i := 0; i < len(pairs); i += 2 {
			want = append(want, Range{hexRune(pairs[i][2:]), hexRune(pairs[i+1][2:])})
		}
		set := MakeSet(want)
		for _, name := range suiteName.FindAllStringSubmatch(text, -1) {
			names++
			got, ok := Property(name[1], name[2])
			if !ok || !slices.Equal(got, set) {
				t.Errorf("%s: known %v, %d code points, want %d", name[0], ok, got.Count(), set.Count())
			}
		}
	}
	if names < 1500 {
		t.Errorf("only %d names", names)
	}
	files, _ = filepath.Glob(filepath.Join(dir, "strings/*.js"))
	lists := 0
	for _, file := range files {
		list := suiteList.FindStringSubmatch(readFile(t, file))
		if list == nil {
			continue
		}
		lists++
		name := strings.TrimSuffix(filepath.Base(file), ".js")
		got, ok := StringsProperty(name)
		if !ok {
			t.Errorf("%s is unknown", name)
			continue
		}
		n := got.Singles.Count() + len(got.Longer)
		wanted := map[string]bool{}
		for line := range strings.Lines(list[1]) {
			line = strings.Trim(line, " \n,\"")
			if line == "" {
				continue
			}
			var s []rune
			for _, c := range suiteChar.FindAllStringSubmatch(line, -1) {
				if c[4] != "" {
					s = append(s, []rune(c[4])...)
				} else {
					s = append(s, hexRune(c[1]+c[2]+c[3]))
				}
			}
			wanted[string(s)] = true
			if len(s) == 1 && got.Singles.Contains(s[0]) {
				continue
			}
			if _, found := slices.BinarySearchFunc(got.Longer, s, slices.Compare[[]rune]); !found {
				t.Errorf("%s: %U is missing", name, s)
			}
		}
		if n != len(wanted) {
			t.Errorf("%s: %d strings, want %d", name, n, len(wanted))
		}
	}
	if lists < 7 {
		t.Errorf("only %d properties of strings", lists)
	}
}

func readFile(t *testing.T, name string) string {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func hexRune(s string) rune {
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil {
		panic(err)
	}
	return rune(n)
}
