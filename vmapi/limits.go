package vmapi

import (
	"context"
	"errors"
	"math"
	"time"

	"github.com/burrowjs/burrow/object"
)

// ErrOtherVM is returned when something of one VM is used with another.
var ErrOtherVM = errors.New("vmapi: it belongs to another VM")

// RunOptions bound one run.
type RunOptions struct {
	// Timeout ends the run with a *TimeoutError; 0 means none. A timer sees to
	// it that built-ins that work for long notice, too.
	Timeout time.Duration
	// Context ends the run with its error when it is done; nil means none.
	Context context.Context
	// BreakOnSigint ends the run with ErrSigint when the process gets SIGINT;
	// other handlers of the signal do not see it meanwhile.
	BreakOnSigint bool
	// Steps ends the run with a *LimitError after so many steps: calls, jumps
	// back, and units of the work of built-ins. The same program takes the same
	// number every time. 0 means no limit but Options.StepLimit.
	Steps uint64
	// HideErrors leaves the stacks of errors plain (displayErrors: false).
	HideErrors bool
}

// runScope is a run that can be interrupted from other goroutines. Its fields
// are guarded by VM.scopeMu.
type runScope struct {
	vm        *VM
	hit, over bool
	cause     error
}

// interrupt ends the run, unless it is over already.
func (s *runScope) interrupt(cause error) {
	s.vm.scopeMu.Lock()
	defer s.vm.scopeMu.Unlock()
	if !s.over && !s.hit {
		s.hit, s.cause = true, cause
		s.vm.raise()
	}
}

// openScope begins a run.
func (vm *VM) openScope() *runScope {
	s := &runScope{vm: vm}
	vm.scopeMu.Lock()
	vm.scopes = append(vm.scopes, s)
	vm.scopeMu.Unlock()
	return s
}

// close ends the innermost run. The interrupt bit stays for the runs around it
// that have been interrupted meanwhile.
func (s *runScope) close() {
	vm := s.vm
	vm.scopeMu.Lock()
	defer vm.scopeMu.Unlock()
	s.over = true
	vm.scopes = vm.scopes[:len(vm.scopes)-1]
	if s.hit {
		vm.settleInterrupt()
	}
}

// settleInterrupt clears the interrupt bit if nobody wants it any more.
func (vm *VM) settleInterrupt() {
	if !vm.interruptWanted() {
		vm.agent.ClearInterrupt(object.InterruptTerminate)
	}
}

// interruptWanted reports whether Interrupt or a run wants the interrupt bit to
// be set. The caller holds scopeMu.
func (vm *VM) interruptWanted() bool {
	if vm.interrupted {
		return true
	}
	for _, s := range vm.scopes {
		if s.hit {
			return true
		}
	}
	return false
}

// limited runs f, inside the VM, under the limits of one run. Terminations that
// belong to an outer run pass through.
func (vm *VM) limited(opts RunOptions, f func() (Value, error)) (Value, error) {
	a := vm.agent
	scope := vm.openScope()
	defer scope.close()
	if ctx := opts.Context; ctx != nil {
		if ctx.Err() != nil {
			return Value{}, context.Cause(ctx)
		}
		cancel := context.AfterFunc(ctx, func() { scope.interrupt(context.Cause(ctx)) })
		defer cancel()
	}
	if opts.BreakOnSigint {
		end := sigints.add(&sigints.watchers, func() { scope.interrupt(ErrSigint) })
		defer end()
	}
	own := false
	if opts.Timeout > 0 {
		var release func()
		release, own = a.LimitTime(time.Now().Add(opts.Timeout))
		defer release()
	}
	ownSteps := false
	if opts.Steps > 0 {
		taken := a.StepsTaken()
		limit := taken + min(opts.Steps, math.MaxUint64-taken)
		if ownSteps = a.StepLimit == 0 || limit < a.StepLimit; ownSteps {
			old := a.SetStepLimit(limit)
			defer a.SetStepLimit(old)
		}
	}
	v, err := f()
	var t *object.Termination
	if !errors.As(err, &t) {
		return v, err
	}
	switch t.Cause {
	case object.TerminatedDeadline:
		if own {
			return Value{}, &TimeoutError{opts.Timeout}
		}
	case object.TerminatedSteps:
		if ownSteps {
			return Value{}, &LimitError{Reason: t.Reason()}
		}
	case object.TerminatedInterrupt:
		vm.scopeMu.Lock()
		defer vm.scopeMu.Unlock()
		if scope.hit {
			return Value{}, scope.cause
		}
	}
	return Value{}, err
}
