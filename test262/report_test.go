package test262

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/internal/golden"
)

func sampleResults() (*Results, *Suite) {
	s := newSuite("")
	s.Proposed["decorators"] = true
	for path, feature := range map[string]string{
		"built-ins/Array/a.js": "let", "built-ins/Temporal/b.js": "Temporal", "intl402/c.js": "",
		"language/statements/deep/d.js": "decorators", "language/statements/e.js": "let",
	} {
		m := &Meta{}
		if feature != "" {
			m.Features = []string{feature}
		}
		s.Tests = append(s.Tests, &Test{path, m})
	}
	if _, err := s.finish(); err != nil {
		panic(err)
	}
	res := &Results{Header: HeaderOf(s)}
	for _, t := range s.Tests[:4] {
		for _, mode := range t.Meta.Modes() {
			rec := Record{Test: t.Path, Mode: mode, Outcome: Pass, Features: t.Meta.Features}
			if t.Path == "built-ins/Temporal/b.js" && mode == Strict {
				rec.Outcome = Fail
			}
			res.Records = append(res.Records, rec)
		}
	}
	return res, s
}

func TestReport(t *testing.T) {
	res, suite := sampleResults()
	var b bytes.Buffer
	if err := WriteReport(&b, res, suite); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"5 tests, 10 scenarios", "**Partial run: 8 of 10 scenarios.**",
		"| **whole suite** | 5 | 3 | 60.00 % | 10 | 7 | 0 | 2 |",
		"| without proposed features | 4 | 2 | 50.00 % | 8 | 5 | 0 | 2 |",
		"| without Temporal | 4 | 3 | 75.00 % | 8 | 6 | 0 | 2 |",
		"| without intl402 | 4 | 2 | 50.00 % | 8 | 5 | 0 | 2 |",
		"| without all three | 2 | 1 | 50.00 % | 4 | 2 | 0 | 2 |",
		"| pass | 7 |", "| fail | 1 |",
		"| built-ins/Array | 1 | 1 | 100 % |", "| language/statements | 2 | 1 | 50.00 % |", "| intl402 | 1 |",
		"| let | 2 | 1 | 50.00 % |", "| decorators | 1 | 1 | 100 % |",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

func TestPercentNeverRoundsUp(t *testing.T) {
	for want, v := range map[string][2]int{"100 %": {53575, 53575}, "99.99 %": {53574, 53575}, "0.00 %": {0, 5}} {
		if got := formatPercent(v[0], v[1]); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}

func TestMergeShards(t *testing.T) {
	res, _ := sampleResults()
	dir := t.TempDir()
	var names []string
	for i := range 3 {
		part := &Results{Header: res.Header}
		for _, rec := range res.Records {
			if (Shard{i, 3}).Has(rec.Test) {
				part.Records = append(part.Records, rec)
			}
		}
		var b bytes.Buffer
		if err := part.Write(&b); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, string(rune('a'+i)))
		if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	got, err := readResultFiles(names)
	if err != nil {
		t.Fatal(err)
	}
	var a, b bytes.Buffer
	res.Sort()
	if res.Write(&a); got.Write(&b) != nil || a.String() != b.String() {
		t.Errorf("merged to\n%s\nwant\n%s", b.String(), a.String())
	}
	other := &Results{Header: Header{Suite: "another", Tests: 1}}
	if _, err := Merge(res, other); err == nil {
		t.Error("results of different suites are merged")
	}
}

func TestReadResultsOfKilledRun(t *testing.T) {
	head := `{"suite":"x","tests":2,"scenarios":4,"proposed":[]}` + "\n" + `{"test":"a.js","mode":"raw","outcome":"pass","ms":1}` + "\n"
	res, err := ReadResults(strings.NewReader(head + `{"test":"b.js","mo`))
	if err != nil || len(res.Records) != 1 {
		t.Errorf("%v, %v; want the one complete record", res, err)
	}
	if _, err := ReadResults(strings.NewReader(head + "{\n" + head)); err == nil {
		t.Error("a broken line in the middle is accepted")
	}
	if _, err := ReadResults(strings.NewReader(`{"test":"a.js"}` + "\n")); err == nil {
		t.Error("a file without a header is accepted")
	}
}

func TestConformance(t *testing.T) {
	res, suite := sampleResults()
	var b bytes.Buffer
	if err := WriteConformance(&b, res, suite); err != nil {
		t.Fatal(err)
	}
	golden.Equal(t, "conformance.golden", b.String())
	for path, want := range map[string]string{
		"language/statements/class/a.js": "15 Functions and classes", "language/statements/for/a.js": "14 Statements and declarations",
		"built-ins/WeakMap/a.js": "24 Keyed collections", "built-ins/Novel/a.js": "Not in a chapter",
	} {
		if got := chapterOf(path); got != want {
			t.Errorf("%s is in %q", path, got)
		}
	}
}
