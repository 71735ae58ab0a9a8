package regexp

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
)

const (
	literalSyntax = `/((?:[^\\/\[\n]|\\[^\n]|\[(?:[^\\\]\n]|\\[^\n])*\])+)/([a-z]*)`
	stringSyntax  = `"((?:[^"\\\n]|\\[^\n])*)"`
)

// Statements of the suite that say what a literal matches and that can be
// understood without an engine.
var (
	suiteVariable = regexp.MustCompile(`^(?:var|let|const) (\w+) = ` + literalSyntax + `;`)
	suiteAssert   = regexp.MustCompile(`^assert\((!?)(\w+)\.test\(` + stringSyntax + `\)`)
	suiteArray    = regexp.MustCompile(`^assert\.compareArray\(` + stringSyntax + `\.match\(` + literalSyntax + `\), \[(.*)\]\);`)
	suiteNull     = regexp.MustCompile(`^assert\.sameValue\(` + stringSyntax + `\.match\(` + literalSyntax + `\), null\);`)
	suiteClass    = regexp.MustCompile(`(?s)regExp: /([^\n]*)/(\w*),\n.*?matchStrings: \[(.*?)\],(?:\s*nonMatchStrings: \[(.*?)\])?`)
	suiteString   = regexp.MustCompile(stringSyntax)
	suiteEscape   = regexp.MustCompile(`\\u\{([0-9A-Fa-f]+)\}|\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|\\(.)`)
)

func unescape(s string) *jstring.String {
	var b jstring.Builder
	for len(s) > 0 {
		m := suiteEscape.FindStringSubmatchIndex(s)
		if m == nil {
			break
		}
		b.Str(jstring.FromGo(s[:m[0]]))
		if m[8] >= 0 {
			c := s[m[8]]
			if i := strings.IndexByte("bfnrtv0", c); i >= 0 {
				c = "\b\f\n\r\t\v\x00"[i]
			}
			b.Unit(uint16(c))
		} else {
			hex := strings.Trim(s[m[0]:m[1]], `\ux{}`)
			r, _ := strconv.ParseUint(hex, 16, 32)
			b.CodePoint(rune(r))
		}
		s = s[m[1]:]
	}
	b.Str(jstring.FromGo(s))
	return b.String()
}

func TestSuiteMatches(t *testing.T) {
	dir := os.Getenv("BURROW_TEST262_DIR")
	if dir == "" {
		t.Skip("BURROW_TEST262_DIR is not set: nothing to compare with")
	}
	checked, m := 0, new(Matcher)
	exec := func(path, pattern, flags, input string) string {
		checked++
		p, err := Compile(jstring.FromGo(pattern), jstring.FromGo(flags))
		if err != nil {
			t.Errorf("%s: %v", path, err)
			return ""
		}
		s := unescape(input)
		captures, _, err := p.Search(m, s, 0)
		if err != nil {
			t.Error(err)
		}
		_, result, _ := strings.Cut(show(s, captures), ":")
		if captures == nil {
			return "null"
		}
		return result
	}
	check := func(path, text string) {
		variables := map[string][2]string{}
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if v := suiteVariable.FindStringSubmatch(line); v != nil {
				variables[v[1]] = [2]string{v[2], v[3]}
			} else if a := suiteAssert.FindStringSubmatch(line); a != nil && variables[a[2]][0] != "" {
				re := variables[a[2]]
				if got := exec(path, re[0], re[1], a[3]); (got == "null") != (a[1] == "!") {
					t.Errorf("%s: %s: /%s/%s: %s", path, line, re[0], re[1], got)
				}
			} else if a := suiteArray.FindStringSubmatch(line); a != nil {
				want := strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(a[4], `"`, ""), ", ", ","), "undefined", "-")
				if got := exec(path, a[2], a[3], a[1]); got != want && !strings.Contains(a[3], "g") {
					t.Errorf("%s: %s: %s, want %s", path, line, got, want)
				}
			} else if a := suiteNull.FindStringSubmatch(line); a != nil {
				if got := exec(path, a[2], a[3], a[1]); got != "null" {
					t.Errorf("%s: %s: %s", path, line, got)
				}
			}
		}
		for _, c := range suiteClass.FindAllStringSubmatch(text, -1) {
			for i, list := range c[3:5] {
				strs := suiteString.FindAllStringSubmatch(list, -1)
				var all strings.Builder
				for _, s := range strs {
					all.WriteString(s[1])
				}
				// The suite's harness is content if all of them together do not match.
				if i == 1 && exec(path, c[1], c[2], all.String()) == "null" {
					continue
				}
				for _, s := range strs {
					if got := exec(path, c[1], c[2], s[1]); (got == "null") != (i == 1) {
						t.Errorf("%s: %q: %s", path, s[1], got)
					}
				}
			}
		}
	}
	err := filepath.WalkDir(filepath.Join(dir, "test/built-ins/RegExp"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".js") {
			return err
		}
		text, err := os.ReadFile(path)
		if err == nil && !strings.Contains(string(text), "negative:") {
			check(filepath.Base(path), string(text))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if checked < 3000 {
		t.Errorf("only %d matches", checked)
	}
	t.Logf("%d matches", checked)
}
