package test262

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"time"
)

// Exit codes of the command.
const (
	exitOK          = 0
	exitFail        = 1
	exitUsage       = 2
	exitInterrupted = 130
)

// Main is "burrow test262".
func Main(args []string, stdout, stderr io.Writer) int {
	merge := len(args) > 0 && args[0] == "merge"
	name := "burrow test262"
	if merge {
		name, args = name+" merge", args[1:]
	}
	o, err := parseOptions(name, args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return exitOK
	}
	code := exitUsage
	switch {
	case err != nil:
	case merge:
		code, err = mergeMain(o, stdout)
	case len(o.args) > 0:
		err = fmt.Errorf("unexpected argument %q", o.args[0])
	case o.suite == "":
		err = errors.New("no suite: give -suite or set BURROW_TEST262")
	default:
		code, err = runMain(o, stdout, stderr)
	}
	if err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", name, err)
		return exitUsage
	}
	return code
}

func runMain(o *options, stdout, stderr io.Writer) (int, error) {
	command, err := o.command()
	if err != nil {
		return 0, err
	}
	known, skips, err := o.lists()
	if err != nil {
		return 0, err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	suite, err := Open(o.suite)
	if err != nil {
		return 0, err
	}
	defer suite.Close()
	tests := o.selection.Pick(suite.Tests)
	if len(tests) == 0 {
		return 0, errors.New("no test matches the selection")
	}
	if o.list {
		return exitOK, listScenarios(stdout, tests)
	}
	res := &Results{Header: HeaderOf(suite)}
	raw, err := newRawFile(o.out, res.Header)
	if err != nil {
		return 0, err
	}
	total := 0
	for _, t := range tests {
		total += len(t.Meta.Modes())
	}
	bar := newProgress(stderr, total)
	r := &Runner{
		Suite: suite, Command: command, InProcess: o.inProcess, Workers: o.workers, PerProcess: o.perProcess,
		Limits: Limits{o.timeout, int64(o.memory) << 20}, Skips: skips,
		Done: func(rec Record) {
			res.Records = append(res.Records, rec)
			raw.add(&rec)
			if o.verbose && rec.Outcome != Pass {
				bar.clear()
				fmt.Fprintf(stdout, "%s [%s] %s: %s\n", rec.Test, rec.Mode, rec.Outcome, rec.Message)
			}
			listed := known.Find(rec.Test, rec.Mode) != nil
			bar.step(rec.Outcome != Skip && listed == (rec.Outcome == Pass))
		},
	}
	r.Run(ctx, tests)
	bar.clear()
	res.Sort()
	if err := raw.close(); err != nil {
		return 0, err
	}
	code, err := conclude(o, stdout, res, suite, known, time.Since(bar.start))
	if ctx.Err() != nil {
		fmt.Fprintf(stdout, "interrupted after %d of %d scenarios\n", len(res.Records), total)
		code = exitInterrupted
	}
	return code, err
}

// conclude writes what a run or a merge is asked to leave behind.
func conclude(o *options, stdout io.Writer, res *Results, suite *Suite, known *List, elapsed time.Duration) (int, error) {
	if o.update {
		known = known.Updated(res.Records, suite, o.compress)
		if err := os.WriteFile(o.known, []byte(known.String()), 0o644); err != nil {
			return 0, err
		}
	}
	c := known.Compare(res.Records, suite)
	writeSummary(stdout, res, c, elapsed)
	for _, report := range []struct {
		name  string
		write func(io.Writer, *Results, *Suite) error
	}{{o.results, WriteReport}, {o.chapters, WriteConformance}} {
		if report.name == "" {
			continue
		}
		if err := writeReportFile(report.name, report.write, res, suite); err != nil {
			return 0, err
		}
	}
	if !c.OK() {
		return exitFail, nil
	}
	return exitOK, nil
}

func writeReportFile(name string, write func(io.Writer, *Results, *Suite) error, res *Results, suite *Suite) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := write(f, res, suite); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// mergeMain is "burrow test262 merge": it joins the results of shards and then
// does what a run does at its end.
func mergeMain(o *options, stdout io.Writer) (int, error) {
	if len(o.args) == 0 {
		return 0, errors.New("merge needs results files; flags come first")
	}
	res, err := readResultFiles(o.args)
	if err != nil {
		return 0, err
	}
	known, _, err := o.lists()
	if err != nil {
		return 0, err
	}
	var suite *Suite
	if o.suite != "" {
		if suite, err = Open(o.suite); err != nil {
			return 0, err
		}
		defer suite.Close()
	}
	if o.update && suite == nil {
		return 0, errors.New("-update needs -suite")
	}
	if o.out != "" {
		f, err := os.Create(o.out)
		if err != nil {
			return 0, err
		}
		defer f.Close()
		if err := res.Write(f); err != nil {
			return 0, err
		}
	}
	return conclude(o, stdout, res, suite, known, 0)
}

func listScenarios(w io.Writer, tests []*Test) error {
	b := bufio.NewWriter(w)
	for _, t := range tests {
		for _, sc := range t.Scenarios() {
			fmt.Fprintln(b, sc.Name())
		}
	}
	return b.Flush()
}

// rawFile writes records as they come, so that a run that is killed leaves what
// it had.
type rawFile struct {
	f   *os.File
	err error
}

func newRawFile(name string, h Header) (*rawFile, error) {
	r := &rawFile{}
	if name == "" {
		return r, nil
	}
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	r.f = f
	return r, writeLine(f, h)
}

func (r *rawFile) add(rec *Record) {
	if r.f != nil && r.err == nil {
		r.err = writeLine(r.f, rec)
	}
}

func (r *rawFile) close() error {
	if r.f == nil {
		return nil
	}
	return errors.Join(r.err, r.f.Close())
}
