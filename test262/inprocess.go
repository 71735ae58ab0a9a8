package test262

import (
	"context"
	"fmt"
	"time"
)

// inProcess runs jobs on an engine of this process, so that a debugger or a
// profiler can be attached. Nothing contains a test that kills the process; one
// that hangs is left behind with its goroutine, and a new engine goes on.
type inProcess struct {
	make   func() Engine
	limits Limits
	engine Engine
}

func (e *inProcess) run(ctx context.Context, job *Job) (*Result, Outcome, string, bool) {
	fresh := e.engine == nil
	if fresh {
		e.engine = e.make()
	}
	engine, done := e.engine, make(chan *Result, 1)
	go func() { done <- runGuarded(engine, job) }()
	timer := time.NewTimer(e.limits.patience())
	defer timer.Stop()
	select {
	case r := <-done:
		return r, "", "", fresh
	case <-ctx.Done():
		return nil, Hang, "interrupted", fresh
	case <-timer.C:
		e.engine = nil
		return nil, Hang, fmt.Sprintf("no answer within %v", e.limits.patience()), fresh
	}
}

func (e *inProcess) close() {}
