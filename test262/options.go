package test262

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// defaultFolder is where the lists are in a checkout of this project.
const defaultFolder = "test262/"

// options are the flags of "burrow test262".
type options struct {
	suite      string
	selection  Selection
	engine     string
	inProcess  bool
	workers    int
	perProcess int
	timeout    time.Duration
	memory     int // MiB
	known      string
	skip       string
	update     bool
	compress   bool
	out        string
	results    string
	chapters   string
	list       bool
	verbose    bool
	args       []string
}

// words is a flag that can be repeated and whose values are separated by commas.
type words []string

func (w *words) String() string { return strings.Join(*w, ",") }

func (w *words) Set(s string) error {
	for _, word := range strings.Split(s, ",") {
		if word = strings.TrimSpace(word); word != "" {
			*w = append(*w, word)
		}
	}
	return nil
}

func parseOptions(name string, args []string, stderr io.Writer) (*options, error) {
	o := &options{}
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.StringVar(&o.suite, "suite", os.Getenv("BURROW_TEST262"), "the suite: a `folder` or a .tar.gz (default $BURROW_TEST262)")
	fs.Var((*words)(&o.selection.Filters), "filter", "run tests whose path matches the `glob` (** crosses folders) or contains the text; repeatable")
	fs.Var((*words)(&o.selection.Features), "features", "run tests that use one of these `features`")
	fs.Var((*words)(&o.selection.SkipFeatures), "skip-features", "leave out tests that use one of these `features`")
	fs.Func("shard", "run part `i/n` of the suite", func(s string) (err error) {
		o.selection.Shard, err = ParseShard(s)
		return err
	})
	fs.StringVar(&o.engine, "engine", "", "`command` of an engine that speaks the protocol (default this program)")
	fs.BoolVar(&o.inProcess, "in-process", false, "run the engine in this process, for debugging")
	fs.IntVar(&o.workers, "workers", runtime.NumCPU(), "number of worker processes")
	fs.IntVar(&o.perProcess, "per-process", 0, "restart a worker after `n` jobs (0: never)")
	fs.DurationVar(&o.timeout, "timeout", 10*time.Second, "time limit of a test")
	fs.IntVar(&o.memory, "mem", 2048, "memory limit of a worker in `MiB` (0: none; watched on Linux)")
	fs.StringVar(&o.known, "known", "", "`file` of known failures (default test262/known_failures.txt for our own engine)")
	fs.StringVar(&o.skip, "skip", "", "`file` of tests not to run (default test262/skip.txt for our own engine)")
	fs.BoolVar(&o.update, "update", false, "rewrite the list of known failures")
	fs.BoolVar(&o.compress, "compress", false, "with -update: one line for a folder in which everything fails")
	fs.StringVar(&o.out, "out", "", "write raw results as JSON lines to `file`")
	fs.StringVar(&o.results, "results", "", "write a report (RESULTS.md) to `file`")
	fs.StringVar(&o.chapters, "conformance", "", "write a report by chapter of ECMA-262 (CONFORMANCE.md) to `file`")
	fs.BoolVar(&o.list, "list", false, "print the names of the selected scenarios and run nothing")
	fs.BoolVar(&o.verbose, "v", false, "print each scenario that does not pass, with the whole message")
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	o.args = fs.Args()
	return o, o.complete()
}

// complete fills in defaults that depend on other flags. Our lists speak of our
// engine only.
func (o *options) complete() error {
	if o.engine == "" {
		if o.known == "" {
			o.known = defaultFolder + "known_failures.txt"
		}
		if o.skip == "" {
			o.skip = defaultFolder + "skip.txt"
		}
	}
	if o.update && o.known == "" {
		return errors.New("-update with another engine needs -known")
	}
	if o.workers < 1 || o.timeout <= 0 || o.memory < 0 {
		return errors.New("-workers and -timeout must be positive, -mem not negative")
	}
	return nil
}

// lists reads the lists that apply.
func (o *options) lists() (known, skips *List, err error) {
	known, skips = NewList(), NewList()
	if o.known != "" {
		if known, err = ReadList(o.known); err != nil {
			return nil, nil, err
		}
	}
	if o.skip != "" {
		if skips, err = ReadList(o.skip); err != nil {
			return nil, nil, err
		}
	}
	return known, skips, nil
}

// command is the command line of a worker.
func (o *options) command() ([]string, error) {
	if o.inProcess {
		if NewEngine == nil {
			return nil, errors.New("this program has no engine")
		}
		return nil, nil
	}
	if o.engine == "" {
		self, err := os.Executable()
		return []string{self, "test262-server"}, err
	}
	command := strings.Fields(o.engine)
	if len(command) == 0 {
		return nil, errors.New("-engine is empty")
	}
	if _, err := exec.LookPath(command[0]); err != nil {
		return nil, fmt.Errorf("-engine: %w", err)
	}
	return command, nil
}
