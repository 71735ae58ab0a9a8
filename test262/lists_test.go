package test262

import (
	"strings"
	"testing"
)

const sampleList = `# Known failures.
a/one.js  # both modes
a/two.js [strict]  # only here
b/**  # a whole folder
`

// listSuite has a/one.js, a/two.js, b/x.js, b/y.js, each in two modes.
func listSuite() *Suite {
	s := newSuite("")
	for _, path := range []string{"a/one.js", "a/two.js", "b/x.js", "b/y.js"} {
		s.Tests = append(s.Tests, &Test{path, &Meta{}})
	}
	return s
}

func record(path string, mode Mode, o Outcome) Record {
	return Record{Test: path, Mode: mode, Outcome: o, Message: "Error: message of " + path + "\nmore"}
}

func mustParse(t *testing.T, text string) *List {
	t.Helper()
	l, err := ParseList(text)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestListRoundTrip(t *testing.T) {
	l := mustParse(t, sampleList)
	if got := l.String(); got != sampleList {
		t.Errorf("written back as\n%s", got)
	}
	for _, test := range []struct {
		path string
		mode Mode
		want string
	}{
		{"a/one.js", Sloppy, "both modes"}, {"a/one.js", Strict, "both modes"},
		{"a/two.js", Sloppy, ""}, {"a/two.js", Strict, "only here"},
		{"b/deep/x.js", Sloppy, "a whole folder"}, {"c.js", Raw, ""},
	} {
		got := ""
		if e := l.Find(test.path, test.mode); e != nil {
			got = e.Reason
		}
		if got != test.want {
			t.Errorf("%s [%s]: %q, want %q", test.path, test.mode, got, test.want)
		}
	}
	if (*List)(nil).Find("a", Sloppy) != nil {
		t.Error("a nil list has entries")
	}
}

func TestListErrors(t *testing.T) {
	for text, want := range map[string]string{
		"a.js":                    "no reason",
		"a.js  #  ":               "no reason",
		"a.js [quick]  # r":       "modes",
		"a.js strict  # r":        "modes",
		"# intro\n[strict]":       "line 2",
		"a.js  # r\n# in between": "at the top",
	} {
		if _, err := ParseList(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", text, err, want)
		}
	}
}

func TestCompare(t *testing.T) {
	l := mustParse(t, sampleList+"gone/z.js  # not in the suite\n")
	c := l.Compare([]Record{
		record("a/one.js", Sloppy, Fail), record("a/one.js", Strict, Pass),
		record("a/two.js", Sloppy, Crash), record("a/two.js", Strict, Timeout),
		record("b/x.js", Sloppy, Pass), record("b/y.js", Strict, Skip),
	}, listSuite())
	if c.OK() || c.Expected != 2 {
		t.Errorf("OK %v, %d expected failures, want 2", c.OK(), c.Expected)
	}
	if len(c.NewFailures) != 1 || c.NewFailures[0].Outcome != Crash {
		t.Errorf("new failures %v", c.NewFailures)
	}
	if len(c.NewPasses) != 2 || c.NewPasses[0].Test != "a/one.js" || c.NewPasses[1].Test != "b/x.js" {
		t.Errorf("new passes %v", c.NewPasses)
	}
	if len(c.Dangling) != 1 || c.Dangling[0].Pattern != "gone/z.js" {
		t.Errorf("dangling %v", c.Dangling)
	}
	if !l.Compare([]Record{record("a/one.js", Sloppy, Fail)}, nil).OK() {
		t.Error("an expected failure is reported")
	}
}

func TestUpdated(t *testing.T) {
	l := mustParse(t, sampleList)
	for _, test := range []struct {
		name     string
		compress bool
		records  []Record
		want     string
	}{
		{"nothing ran", false, nil, "# Known failures.\nb/**  # a whole folder\na/one.js  # both modes\na/two.js [strict]  # only here\n"},
		{"fixed and new", false, []Record{
			record("a/one.js", Sloppy, Pass), record("a/one.js", Strict, Fail),
			record("a/two.js", Sloppy, Hang), record("a/two.js", Strict, Fail),
		}, "# Known failures.\nb/**  # a whole folder\na/one.js [strict]  # both modes\n" +
			"a/two.js [sloppy]  # hang: Error: message of a/two.js\na/two.js [strict]  # only here\n"},
		{"the folder is no longer whole", false, []Record{record("b/x.js", Strict, Pass)},
			"# Known failures.\na/one.js  # both modes\na/two.js [strict]  # only here\n" +
				"b/x.js [sloppy]  # a whole folder\nb/y.js  # a whole folder\n"},
	} {
		got := l.Updated(test.records, listSuite(), test.compress).String()
		if got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
		if again := mustParse(t, got).Compare(test.records, listSuite()); !again.OK() {
			t.Errorf("%s: the updated list does not describe the run: %+v", test.name, again)
		}
	}
}

func TestUpdatedCompresses(t *testing.T) {
	s := newSuite("")
	var records []Record
	for _, dir := range []string{"a/deep/", "a/other/", "b/"} {
		for i := 0; i < compressFrom; i++ {
			path := dir + string(rune('a'+i)) + ".js"
			s.Tests = append(s.Tests, &Test{path, &Meta{Flags: []string{"raw"}}})
			o := Fail
			if path == "b/c.js" {
				o = Pass
			}
			records = append(records, record(path, Raw, o))
		}
	}
	l := NewList().Updated(records, s, true)
	if len(l.Entries) != 1+compressFrom-1 || l.Entries[0].Scope() != "a/**" {
		t.Errorf("compressed to\n%s", l)
	}
	if !l.Compare(records, s).OK() {
		t.Error("the compressed list does not describe the run")
	}
}
