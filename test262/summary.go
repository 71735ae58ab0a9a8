package test262

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// shownProblems is how many unexpected results a summary prints in full.
const shownProblems = 50

// writeSummary prints the table by top folder, what disagrees with the lists,
// and one line that says it all.
func writeSummary(w io.Writer, res *Results, c *Comparison, elapsed time.Duration) {
	tests := byTest(res, nil)
	writeFolderTable(w, tests)
	writeSlowest(w, res)
	writeRetries(w, res)
	writeProblems(w, "unexpected failures", c.NewFailures)
	writeProblems(w, "listed as known failures, but passing", c.NewPasses)
	for i, e := range c.Dangling {
		if i == shownProblems {
			fmt.Fprintf(w, "  … and %d more\n", len(c.Dangling)-i)
			break
		}
		fmt.Fprintf(w, "list entry names nothing in the suite: %s\n", e.Scope())
	}
	var all Tally
	for _, r := range tests {
		all.add(r)
	}
	verdict := "PASS"
	if !c.OK() {
		verdict = "FAIL"
	}
	fmt.Fprintf(w, "%s: %d of %d tests pass (%s), %d of %d scenarios; %d known failures, %d skipped, %d unexpected failures, %d unexpected passes; %v\n",
		verdict, all.Passed, all.Tests, all.percent(), all.ScenariosPassed, all.Scenarios,
		c.Expected, all.Skipped, len(c.NewFailures), len(c.NewPasses), elapsed.Round(time.Millisecond*100))
}

func writeFolderTable(w io.Writer, tests []*testResult) {
	tallies := map[string]*Tally{}
	var names []string
	for _, r := range tests {
		name, _, _ := strings.Cut(r.path, "/")
		if tallies[name] == nil {
			tallies[name] = &Tally{}
			names = append(names, name)
		}
		tallies[name].add(r)
	}
	fmt.Fprintf(w, "%-14s %8s %8s %9s %10s %8s\n", "folder", "tests", "passed", "", "scenarios", "passed")
	for _, name := range names {
		t := tallies[name]
		fmt.Fprintf(w, "%-14s %8d %8d %9s %10d %8d\n", name, t.Tests, t.Passed, t.percent(), t.Scenarios, t.ScenariosPassed)
	}
}

// writeSlowest names scenarios that pass but take seconds, so that they are
// noticed before they time out on a slower machine.
func writeSlowest(w io.Writer, res *Results) {
	const slow, shown = 3000, 10
	n := 0
	for i := range res.Records {
		rec := &res.Records[i]
		if rec.Millis >= slow && rec.Outcome == Pass {
			if n++; n <= shown {
				fmt.Fprintf(w, "slow: %s [%s] %d ms\n", rec.Test, rec.Mode, rec.Millis)
			}
		}
	}
	if n > shown {
		fmt.Fprintf(w, "slow: … and %d more\n", n-shown)
	}
}

// writeRetries names the tests that brought a worker down only once. Something
// that ran before them is to blame.
func writeRetries(w io.Writer, res *Results) {
	for i := range res.Records {
		if rec := &res.Records[i]; rec.Retry != "" {
			fmt.Fprintf(w, "retried: %s [%s] %s, first try: %s\n", rec.Test, rec.Mode, rec.Outcome, rec.Retry)
		}
	}
}

func writeProblems(w io.Writer, title string, records []Record) {
	if len(records) == 0 {
		return
	}
	fmt.Fprintf(w, "%d %s:\n", len(records), title)
	for i := range records {
		if i == shownProblems {
			fmt.Fprintf(w, "  … and %d more\n", len(records)-i)
			return
		}
		rec := &records[i]
		fmt.Fprintf(w, "  %s [%s] %s: %s\n", rec.Test, rec.Mode, rec.Outcome, reasonOf(rec))
	}
}
