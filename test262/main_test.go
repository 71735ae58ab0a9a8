package test262

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// workerVar makes this test binary behave as a worker process.
const workerVar = "BURROW_TEST262_WORKER"

func TestMain(m *testing.M) {
	switch os.Getenv(workerVar) {
	case "fake":
		if err := Serve(os.Stdin, os.Stdout, &fakeEngine{}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	case "engine":
		os.Exit(ServeMain(os.Stdin, os.Stdout, os.Stderr))
	case "":
		os.Exit(m.Run())
	}
}

// workerCommand is the command line of this binary as a worker.
func workerCommand(t *testing.T, kind string) []string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(workerVar, kind)
	return []string{self}
}

// fakeEngine does what words in the source say.
type fakeEngine struct {
	poisoned bool
	hoard    [][]byte
}

func (e *fakeEngine) Run(job *Job) *Result {
	has := func(word string) bool { return strings.Contains(job.Source, word) }
	strict := strings.HasPrefix(job.Source, "\"use strict\";\n")
	switch {
	case e.poisoned, has("CRASH"), has("STRICTCRASH") && strict:
		fmt.Fprintln(os.Stderr, "fatal error: the fake engine dies")
		os.Exit(3)
	case has("POISON"):
		e.poisoned = true
	case has("HANG"):
		select {}
	case has("MEMORY"):
		for i := 0; i < 1<<10; i++ {
			block := make([]byte, 1<<20)
			for j := range block {
				block[j] = byte(j)
			}
			e.hoard = append(e.hoard, block)
		}
		time.Sleep(time.Minute)
	case has("PANIC"):
		panic("a bug")
	case has("NOISE"):
		fmt.Println("not an answer")
		fmt.Println(`{"also": "not one"}`)
	case has("TIMEOUT"):
		return &Result{Host: HostTimeout}
	case has("STRICTFAIL") && strict, has("THROWTYPE"):
		return &Result{Phase: "runtime", Error: "TypeError", Message: "TypeError: no # here\nsecond line"}
	case has("EARLY"):
		return &Result{Phase: "parse", Error: "SyntaxError", Message: "SyntaxError: early"}
	case has("DONE"):
		return &Result{Print: []string{"hello", asyncComplete}}
	}
	return &Result{}
}
