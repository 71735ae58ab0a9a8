package test262

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"
)

// Runner deals scenarios to workers.
type Runner struct {
	Suite      *Suite
	Command    []string // the engine's command line
	InProcess  bool     // use NewEngine in this process instead
	Workers    int
	PerProcess int // restart a worker after so many jobs; 0 for never
	Limits     Limits
	Skips      *List
	Done       func(Record) // called for each scenario, by one goroutine at a time
}

// Run runs the tests and returns when all are done or the context ends. What was
// under way when the context ended is not reported.
func (r *Runner) Run(ctx context.Context, tests []*Test) {
	queue := make(chan Scenario)
	var workers sync.WaitGroup
	var done sync.Mutex
	for i := 0; i < max(1, r.Workers); i++ {
		workers.Add(1)
		go func() {
			defer workers.Done()
			end := r.newEnd()
			defer end.close()
			for sc := range queue {
				rec := r.runScenario(ctx, end, sc)
				if ctx.Err() != nil {
					return
				}
				done.Lock()
				r.Done(rec)
				done.Unlock()
			}
		}()
	}
	r.feed(ctx, queue, tests)
	close(queue)
	workers.Wait()
}

func (r *Runner) feed(ctx context.Context, queue chan<- Scenario, tests []*Test) {
	for _, t := range tests {
		for _, sc := range t.Scenarios() {
			select {
			case queue <- sc:
			case <-ctx.Done():
				return
			}
		}
	}
}

func (r *Runner) newEnd() runnerEnd {
	if r.InProcess {
		return &inProcess{make: NewEngine, limits: r.Limits}
	}
	return &worker{command: r.Command, limits: r.Limits, perProcess: r.PerProcess}
}

// runScenario runs and judges one scenario. A job that brought its worker down
// is tried once more in a fresh one: what fails again is the test's own fault,
// what does not was probably left behind by an earlier job.
func (r *Runner) runScenario(ctx context.Context, end runnerEnd, sc Scenario) Record {
	rec := Record{Test: sc.Test.Path, Mode: sc.Mode, Features: sc.Test.Meta.Features}
	if entry := r.Skips.Find(sc.Test.Path, sc.Mode); entry != nil {
		rec.Outcome, rec.Message = Skip, entry.Reason
		return rec
	}
	job, err := r.Suite.Job(sc, r.Limits.Time)
	if err != nil {
		rec.Outcome, rec.Message = Fail, err.Error()
		return rec
	}
	start := time.Now()
	result, failure, reason, fresh := end.run(ctx, job)
	if result == nil && !fresh && ctx.Err() == nil {
		rec.Retry = fmt.Sprintf("%s: %s", failure, firstLine(reason))
		job.ID++
		result, failure, reason, _ = end.run(ctx, job)
	}
	rec.Millis = int(time.Since(start) / time.Millisecond)
	if result == nil {
		rec.Outcome, rec.Message = failure, reason
		return rec
	}
	rec.Phase, rec.Error = result.Phase, result.Error
	rec.Outcome, rec.Message = Judge(sc.Test.Meta, result)
	return rec
}

func firstLine(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		s = s[:i]
	}
	return s
}
