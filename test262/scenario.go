package test262

import (
	"os"
	"time"
)

// A Mode is one of the ways in which a test is run.
type Mode string

// The modes. Most tests run in the first two.
const (
	Sloppy Mode = "sloppy"
	Strict Mode = "strict"
	Module Mode = "module"
	Raw    Mode = "raw"
)

var allModes = []Mode{Sloppy, Strict, Module, Raw}

// Modes lists the modes in which INTERPRETING.md wants a test with these flags run.
func (m *Meta) Modes() []Mode {
	switch {
	case m.HasFlag("raw") && m.HasFlag("module"):
		return []Mode{Module}
	case m.HasFlag("raw"):
		return []Mode{Raw}
	case m.HasFlag("module"):
		return []Mode{Module}
	case m.HasFlag("onlyStrict"):
		return []Mode{Strict}
	case m.HasFlag("noStrict"):
		return []Mode{Sloppy}
	}
	return []Mode{Sloppy, Strict}
}

// Scenario is a test in one mode: the unit that is run and judged.
type Scenario struct {
	Test *Test
	Mode Mode
}

// Name is how lists and messages call the scenario.
func (s Scenario) Name() string { return s.Test.Path + " [" + string(s.Mode) + "]" }

// Scenarios lists what has to be run for a test.
func (t *Test) Scenarios() []Scenario {
	var out []Scenario
	for _, mode := range t.Meta.Modes() {
		out = append(out, Scenario{t, mode})
	}
	return out
}

// Job builds the request for a scenario.
func (s *Suite) Job(sc Scenario, limit time.Duration) (*Job, error) {
	file := s.File(sc.Test)
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	meta := sc.Test.Meta
	job := &Job{
		Test:       sc.Test.Path,
		Source:     string(data),
		File:       file,
		Kind:       "script",
		Harness:    harnessOf(meta),
		HarnessDir: s.HarnessDir(),
		Async:      meta.HasFlag("async"),
		CanBlock:   !meta.HasFlag("CanBlockIsFalse"),
		TimeoutMs:  int(limit / time.Millisecond),
	}
	switch sc.Mode {
	case Strict:
		job.Source = "\"use strict\";\n" + job.Source
	case Module:
		job.Kind = "module"
	}
	return job, nil
}

// harnessOf lists the scripts to evaluate before a test, in order.
func harnessOf(meta *Meta) []string {
	if meta.HasFlag("raw") {
		return []string{}
	}
	files := []string{"assert.js", "sta.js"}
	if meta.HasFlag("async") {
		files = append(files, "doneprintHandle.js")
	}
	for _, name := range meta.Includes {
		if !contains(files, name) {
			files = append(files, name)
		}
	}
	return files
}
