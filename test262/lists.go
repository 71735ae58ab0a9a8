package test262

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// List is a list of scenarios, one a line:
//
//	path/below/test.js [mode]  # reason
//
// Without a mode the line speaks of all modes of the test. A path with "*" or
// "**" speaks of every test that it matches. The reason is mandatory. Lines that
// start with "#" at the top of the file are its introduction.
type List struct {
	Intro   []string
	Entries []*Entry

	exact map[string][]*Entry
	globs []*Entry
}

// Entry is one line of a list.
type Entry struct {
	Pattern string
	Mode    Mode // "" for all
	Reason  string
}

// Scope is the part of the line before the reason.
func (e *Entry) Scope() string {
	if e.Mode == "" {
		return e.Pattern
	}
	return e.Pattern + " [" + string(e.Mode) + "]"
}

func (e *Entry) matches(path string, mode Mode) bool {
	if e.Mode != "" && e.Mode != mode {
		return false
	}
	if isGlob(e.Pattern) {
		return matchGlob(e.Pattern, path)
	}
	return e.Pattern == path
}

// ReadList reads a list file. A file that does not exist is an empty list.
func ReadList(name string) (*List, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return NewList(), nil
	}
	if err != nil {
		return nil, err
	}
	l, err := ParseList(string(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return l, nil
}

// NewList returns an empty list.
func NewList() *List { return &List{exact: map[string][]*Entry{}} }

// ParseList reads the text of a list.
func ParseList(text string) (*List, error) {
	l := NewList()
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if line[0] == '#' {
			if len(l.Entries) > 0 {
				return nil, fmt.Errorf("line %d: comments are allowed at the top only", i+1)
			}
			l.Intro = append(l.Intro, line)
			continue
		}
		e, err := parseEntry(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		l.add(e)
	}
	return l, nil
}

func parseEntry(line string) (*Entry, error) {
	scope, reason, _ := strings.Cut(line, "#")
	e := &Entry{Pattern: strings.TrimSpace(scope), Reason: strings.TrimSpace(reason)}
	if e.Reason == "" {
		return nil, fmt.Errorf("%q has no reason: write \"path [mode]  # reason\"", line)
	}
	if head, mode, ok := strings.Cut(e.Pattern, " "); ok {
		mode = strings.TrimSpace(mode)
		e.Pattern = head
		e.Mode = Mode(strings.Trim(mode, "[]"))
		if mode != "["+string(e.Mode)+"]" || !isMode(e.Mode) {
			return nil, fmt.Errorf("%q is not one of the modes [sloppy], [strict], [module], [raw]", mode)
		}
	}
	if e.Pattern == "" {
		return nil, fmt.Errorf("%q names no test", line)
	}
	return e, nil
}

func isMode(m Mode) bool {
	for _, known := range allModes {
		if m == known {
			return true
		}
	}
	return false
}

func (l *List) add(e *Entry) {
	l.Entries = append(l.Entries, e)
	if isGlob(e.Pattern) {
		l.globs = append(l.globs, e)
	} else {
		l.exact[e.Pattern] = append(l.exact[e.Pattern], e)
	}
}

// Find returns the entry that speaks of a scenario, or nil. A nil list is empty.
func (l *List) Find(path string, mode Mode) *Entry {
	if l == nil {
		return nil
	}
	for _, e := range l.exact[path] {
		if e.matches(path, mode) {
			return e
		}
	}
	for _, e := range l.globs {
		if e.matches(path, mode) {
			return e
		}
	}
	return nil
}

// String is the text of the list file.
func (l *List) String() string {
	var b strings.Builder
	for _, line := range l.Intro {
		b.WriteString(line + "\n")
	}
	for _, e := range l.Entries {
		fmt.Fprintf(&b, "%s  # %s\n", e.Scope(), e.Reason)
	}
	return b.String()
}

// Comparison is what a run showed about the list of known failures.
type Comparison struct {
	NewFailures []Record // failed and not listed
	NewPasses   []Record // listed and passed
	Expected    int      // listed and failed
	Dangling    []*Entry // entries that name no scenario of the suite
}

// OK reports whether the run and the list agree.
func (c *Comparison) OK() bool {
	return len(c.NewFailures) == 0 && len(c.NewPasses) == 0 && len(c.Dangling) == 0
}

// Compare checks results against the list of known failures. Only scenarios
// that ran are judged. With a suite, entries that name nothing in it are found.
func (l *List) Compare(records []Record, suite *Suite) *Comparison {
	c := &Comparison{}
	for _, rec := range records {
		listed := l.Find(rec.Test, rec.Mode) != nil
		switch {
		case rec.Outcome == Skip:
		case rec.Outcome == Pass && listed:
			c.NewPasses = append(c.NewPasses, rec)
		case rec.Outcome != Pass && !listed:
			c.NewFailures = append(c.NewFailures, rec)
		case rec.Outcome != Pass:
			c.Expected++
		}
	}
	if suite != nil {
		c.Dangling = l.dangling(suite)
	}
	return c
}

func (l *List) dangling(suite *Suite) []*Entry {
	used := map[*Entry]bool{}
	for _, t := range suite.Tests {
		for _, mode := range t.Meta.Modes() {
			for _, e := range l.exact[t.Path] {
				if e.matches(t.Path, mode) {
					used[e] = true
				}
			}
			for _, e := range l.globs {
				if !used[e] && e.matches(t.Path, mode) {
					used[e] = true
				}
			}
		}
	}
	var out []*Entry
	for _, e := range l.Entries {
		if !used[e] {
			out = append(out, e)
		}
	}
	return out
}
