package test262

import (
	"path"
	"strings"
)

// compressFrom is how many tests a folder needs to be written as one line.
const compressFrom = 10

// maxReason bounds the length of a reason taken from an error message.
const maxReason = 160

// Updated returns the list as it should be after a run: entries of tests that
// did not run stay, those that passed go, new failures come with their message
// as the reason. A glob stays only if everything it matches still fails. With
// compress, folders in which everything fails become one line.
func (l *List) Updated(records []Record, suite *Suite, compress bool) *List {
	out := NewList()
	out.Intro = l.Intro
	failing := l.failing(records, suite)
	covered := map[string]bool{}
	keep := func(e *Entry) {
		out.add(e)
		for _, t := range suite.Tests {
			if matchGlob(e.Pattern, t.Path) {
				covered[t.Path] = true
			}
		}
	}
	for _, e := range l.globs {
		if e.Mode == "" && allFail(e.Pattern, suite, failing) {
			keep(e)
		}
	}
	if compress {
		for _, dir := range wholeFolders(suite, failing) {
			if !covered[dir.first] {
				keep(&Entry{Pattern: dir.path + "/**", Reason: failing[dir.first].reasons[0]})
			}
		}
	}
	for _, t := range suite.Tests {
		if f := failing[t.Path]; f != nil && !covered[t.Path] {
			for _, e := range f.entries(t) {
				out.add(e)
			}
		}
	}
	return out
}

// failures are the modes in which a test fails.
type failures struct {
	modes   []Mode
	reasons []string
	whole   bool // fails in every mode
}

func (f *failures) entries(t *Test) []*Entry {
	same := true
	for _, reason := range f.reasons {
		same = same && reason == f.reasons[0]
	}
	if f.whole && same {
		return []*Entry{{Pattern: t.Path, Reason: f.reasons[0]}}
	}
	var out []*Entry
	for i, mode := range f.modes {
		out = append(out, &Entry{Pattern: t.Path, Mode: mode, Reason: f.reasons[i]})
	}
	return out
}

// failing finds the tests that fail after the run.
func (l *List) failing(records []Record, suite *Suite) map[string]*failures {
	ran := map[string]map[Mode]*Record{}
	for i := range records {
		rec := &records[i]
		if ran[rec.Test] == nil {
			ran[rec.Test] = map[Mode]*Record{}
		}
		ran[rec.Test][rec.Mode] = rec
	}
	out := map[string]*failures{}
	for _, t := range suite.Tests {
		f := &failures{}
		fresh := ""
		modes := t.Meta.Modes()
		for _, mode := range modes {
			rec, old := ran[t.Path][mode], l.Find(t.Path, mode)
			if rec == nil && old == nil || rec != nil && (rec.Outcome == Pass || rec.Outcome == Skip) {
				continue
			}
			f.modes = append(f.modes, mode)
			if old != nil {
				f.reasons = append(f.reasons, old.Reason)
				continue
			}
			// Both modes mostly fail for the same reason in different words.
			fresh = orElse(fresh, reasonOf(rec))
			f.reasons = append(f.reasons, fresh)
		}
		if len(f.modes) > 0 {
			f.whole = len(f.modes) == len(modes)
			out[t.Path] = f
		}
	}
	return out
}

// reasonOf turns what went wrong into a reason.
func reasonOf(rec *Record) string {
	text := strings.Join(strings.Fields(firstLine(rec.Message)), " ")
	if runes := []rune(text); len(runes) > maxReason {
		text = string(runes[:maxReason-1]) + "…"
	}
	if rec.Outcome != Fail {
		text = strings.TrimSuffix(string(rec.Outcome)+": "+text, ": ")
	}
	return orElse(text, "fails without a message")
}

func allFail(pattern string, suite *Suite, failing map[string]*failures) bool {
	matched := false
	for _, t := range suite.Tests {
		if matchGlob(pattern, t.Path) {
			matched = true
			if f := failing[t.Path]; f == nil || !f.whole {
				return false
			}
		}
	}
	return matched
}

type folder struct {
	path, first string
	tests       int
}

// wholeFolders finds the topmost folders in which every test fails in every mode.
func wholeFolders(suite *Suite, failing map[string]*failures) []*folder {
	folders := map[string]*folder{}
	broken := map[string]bool{}
	var order []*folder
	for _, t := range suite.Tests {
		f := failing[t.Path]
		for dir := path.Dir(t.Path); dir != "."; dir = path.Dir(dir) {
			if folders[dir] == nil {
				folders[dir] = &folder{path: dir, first: t.Path}
				order = append(order, folders[dir])
			}
			folders[dir].tests++
			broken[dir] = broken[dir] || f == nil || !f.whole
		}
	}
	var out []*folder
	for _, d := range order {
		parent := path.Dir(d.path)
		topmost := parent == "." || broken[parent]
		if !broken[d.path] && topmost && d.tests >= compressFrom {
			out = append(out, d)
		}
	}
	return out
}
