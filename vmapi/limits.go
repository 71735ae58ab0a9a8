package vmapi

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"github.com/burrowjs/burrow/object"
)

// ErrOtherVM is returned when something of one VM is used with another.
var ErrOtherVM = errors.New("vmapi: it belongs to another VM")

// RunOptions bound one run.
type RunOptions struct {
	// Timeout ends the run with a *TimeoutError; 0 means none.
	Timeout time.Duration
	// Context ends the run with its error when it is done; nil means none.
	Context context.Context
	// BreakOnSigint ends the run with ErrSigint when the process gets SIGINT;
	// other handlers of the signal do not see it meanwhile.
	BreakOnSigint bool
	// HideErrors leaves the stacks of errors plain (displayErrors: false).
	HideErrors bool
}

// limited runs f, inside the VM, under the limits of one run. Terminations that
// belong to an outer run pass through.
func (vm *VM) limited(opts RunOptions, f func() (Value, error)) (Value, error) {
	a := vm.agent
	var interrupted atomic.Bool
	stop := func() {
		interrupted.Store(true)
		vm.Interrupt()
	}
	if opts.Context != nil {
		if err := opts.Context.Err(); err != nil {
			return Value{}, err
		}
		cancel := context.AfterFunc(opts.Context, stop)
		defer cancel()
	}
	var sigint atomic.Bool
	if opts.BreakOnSigint {
		end := sigints.add(&sigints.watchers, func() { sigint.Store(true); stop() })
		defer end()
	}
	own := false
	if opts.Timeout > 0 {
		old := a.Deadline
		if end := time.Now().Add(opts.Timeout); old.IsZero() || end.Before(old) {
			own = true
			a.Deadline = end
			defer func() { a.Deadline = old }()
		}
	}
	v, err := f()
	if interrupted.Load() {
		vm.ClearInterrupt()
	}
	var t *object.Termination
	if !errors.As(err, &t) {
		return v, err
	}
	switch {
	case own && t.Cause == object.TerminatedDeadline:
		return Value{}, &TimeoutError{opts.Timeout}
	case t.Cause == object.TerminatedInterrupt && sigint.Load():
		return Value{}, ErrSigint
	case t.Cause == object.TerminatedInterrupt && opts.Context != nil && opts.Context.Err() != nil:
		return Value{}, opts.Context.Err()
	}
	return Value{}, err
}
