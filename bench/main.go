package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

type options struct {
	filter, engines, also, folder, octaneFolder string
	reps                                        int
	limit                                       time.Duration
	json, core, octane, parse                   bool
}

func main() {
	if len(os.Args) > 2 && os.Args[1] == "-child" {
		if err := child(os.Args[2], os.Args[3:], os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	o := &options{}
	flag.StringVar(&o.filter, "filter", "", "only programs whose name contains the `text`")
	flag.StringVar(&o.engines, "engines", "", "`names` of engines, separated by commas (default all that are here; node with its JIT only by name)")
	flag.StringVar(&o.also, "also", "", "`name=file`,…: other builds of this program whose Burrow is measured too")
	flag.IntVar(&o.reps, "reps", 3, "repetitions")
	flag.DurationVar(&o.limit, "limit", 0, "time limit of one run (default a minute, five for Octane)")
	flag.BoolVar(&o.json, "json", false, "print JSON")
	flag.BoolVar(&o.core, "core", false, "only the core programs")
	flag.BoolVar(&o.octane, "octane", false, "run Octane instead of the programs")
	flag.BoolVar(&o.parse, "parse", false, "measure parsers on large programs instead of running anything")
	flag.StringVar(&o.folder, "programs", "programs", "`folder` of the programs")
	flag.StringVar(&o.octaneFolder, "octane-folder", "node_modules/benchmark-octane", "`folder` of Octane")
	flag.Parse()
	if o.limit == 0 {
		o.limit = time.Minute
		if o.octane {
			o.limit = 5 * time.Minute
		}
	}
	var err error
	if o.parse {
		err = measureParsers("node_modules", o.reps, os.Stdout)
	} else {
		err = run(o, os.Stdout)
	}
	removeTemporary()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(o *options, out io.Writer) error {
	also, err := otherBuilds(o.also)
	if err != nil {
		return err
	}
	var names []string
	if o.engines != "" {
		names = strings.Split(o.engines, ",")
	}
	engines, err := choose(names, also)
	if err != nil {
		return err
	}
	var programs []*program
	if o.octane {
		programs, err = loadOctane(o.octaneFolder, o.filter)
	} else {
		programs, err = loadPrograms(o.folder, o.core, o.filter)
	}
	if err != nil {
		return err
	}
	t := newTable(engines, o.octane)
	for _, p := range programs {
		measureProgram(t, p, engines, o)
	}
	t.settle()
	if o.json {
		e := json.NewEncoder(out)
		e.SetIndent("", "  ")
		return e.Encode(t)
	}
	t.write(out)
	return nil
}

// measureProgram runs a program on all engines in turn. An engine that fails
// once is not tried again.
func measureProgram(t *table, p *program, engines []*engine, o *options) {
	for rep := range o.reps {
		for _, e := range engines {
			if rep > 0 && t.Cells[p.name] != nil && t.Cells[p.name][e.name] != nil && t.Cells[p.name][e.name].Error != "" {
				continue
			}
			s, err := measure(e, p.files, o.limit)
			if err == nil && p.expect != "" && s.Result != p.expect {
				err = fmt.Errorf("wrong answer %s, want %s", s.Result, p.expect)
			}
			if err == nil {
				err = t.record(p, e, s)
			}
			if err != nil {
				t.cell(p.name, e.name).Error = err.Error()
			}
		}
	}
	fmt.Fprintf(os.Stderr, "%s done\n", p.name)
}

// record puts a measurement into the table: its time, or the scores it reached.
func (t *table) record(p *program, e *engine, s *sample) error {
	if !t.Scores {
		t.cell(p.name, e.name).add(s.Millis, s.PeakKiB)
		return nil
	}
	scores, err := octaneScores(s.Result)
	if err != nil {
		return err
	}
	for name, score := range scores {
		t.cell(name, e.name).add(score, s.PeakKiB)
	}
	return nil
}

// otherBuilds reads the -also flag.
func otherBuilds(s string) ([]*engine, error) {
	var out []*engine
	for _, pair := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' }) {
		name, file, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, fmt.Errorf("-also: %q is not name=file", pair)
		}
		out = append(out, &engine{name: name, command: []string{file, "-child", "burrow"}})
	}
	return out, nil
}
