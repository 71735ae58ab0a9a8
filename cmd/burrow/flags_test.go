package main

import (
	"strings"
	"testing"
)

func TestParseFlags(t *testing.T) {
	for _, c := range []struct{ args, code, rest, err string }{
		{"a.js -e x", "", "a.js -e x", ""},
		{"-e 1 a b", "1", "a b", ""},
		{"--eval=1", "1", "", ""},
		{"-e 1 -p", "1", "", ""},
		{"-pe 2", "2", "", ""},
		{"-", "", "-", ""},
		{"-- -e", "", "-e", ""},
		{"-e", "", "", "-e requires an argument"},
		{"-r", "", "", "-r requires an argument"},
		{"-r --check", "", "", "-r requires an argument"},
		{"--require=./a --conditions x --import y a.js", "", "a.js", ""},
		{"--max-old-space-size=100 --stack_size=5 a.js", "", "a.js", ""},
		{"--nope", "", "", "bad option: --nope"},
		{"--check=1", "", "", "--check=1 does not take an argument"},
		{"--input-type=foo -e 1", "", "", "invalid value for --input-type: it is one of commonjs, module"},
	} {
		f, rest, err := parseFlags(strings.Fields(c.args))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.err || err == nil && (f.code != c.code || strings.Join(rest, " ") != c.rest) {
			t.Errorf("%s: code %q, rest %q, error %q", c.args, f.code, rest, got)
		}
	}
}
