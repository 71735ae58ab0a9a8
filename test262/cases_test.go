package test262

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// EngineForTest makes the engine that the tests below judge. It is the one that
// is linked into the command.
var EngineForTest = func() Engine {
	if NewEngine == nil {
		return nil
	}
	return NewEngine()
}

// sampleShards says how small a part of the official suite "go test" runs.
const sampleShards = 400

// TestOwnCases runs the cases of this project, which need nothing but the engine.
func TestOwnCases(t *testing.T) {
	if EngineForTest() == nil {
		t.Skip("no engine is linked in")
	}
	suite, err := Open(filepath.Join("testdata", "cases"))
	if err != nil {
		t.Fatal(err)
	}
	end := &inProcess{make: EngineForTest, limits: Limits{Time: 10 * time.Second}}
	r := &Runner{Suite: suite, Limits: end.limits}
	for _, test := range suite.Tests {
		for _, sc := range test.Scenarios() {
			t.Run(sc.Name(), func(t *testing.T) {
				if rec := r.runScenario(t.Context(), end, sc); rec.Outcome != Pass {
					t.Errorf("%s: %s", rec.Outcome, rec.Message)
				}
			})
		}
	}
}

// TestOfficialSample runs a small part of the official suite through worker
// processes and compares it with the list of known failures.
func TestOfficialSample(t *testing.T) {
	suite := os.Getenv("BURROW_TEST262")
	if suite == "" {
		t.Skip("the official suite was not found (BURROW_TEST262 is not set); only the project's own cases ran")
	}
	if EngineForTest() == nil {
		t.Skip("no engine is linked in")
	}
	if testing.Short() {
		t.Skip("short")
	}
	command := workerCommand(t, "engine")
	var out bytes.Buffer
	code := Main([]string{"-suite", suite, "-engine", command[0], "-known", "known_failures.txt", "-skip", "skip.txt",
		"-shard", fmt.Sprintf("1/%d", sampleShards), "-workers", "2"}, &out, &out)
	if code != exitOK {
		t.Errorf("exit %d\n%s", code, out.String())
	}
}

// TestOwnCasesAreWellFormed keeps the cases readable by any runner, engine or not.
func TestOwnCasesAreWellFormed(t *testing.T) {
	suite, err := Open(filepath.Join("testdata", "cases"))
	if err != nil {
		t.Fatal(err)
	}
	if len(suite.Tests) < 25 {
		t.Errorf("only %d cases", len(suite.Tests))
	}
	for _, test := range suite.Tests {
		if test.Meta.Description == "" {
			t.Errorf("%s has no description", test.Path)
		}
		for _, name := range harnessOf(test.Meta) {
			if _, err := os.Stat(filepath.Join(suite.HarnessDir(), name)); err != nil {
				t.Errorf("%s: %v", test.Path, err)
			}
		}
	}
}

// TestListsAreReadable keeps the committed lists in order.
func TestListsAreReadable(t *testing.T) {
	for _, name := range []string{"known_failures.txt", "skip.txt"} {
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
		if _, err := ReadList(name); err != nil {
			t.Error(err)
		}
	}
}
