package vmapi

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/parser"
	"github.com/burrowjs/burrow/realm"
)

// ScriptOptions are the options with which a script is compiled (vm.Script).
type ScriptOptions struct {
	// Filename is shown in stack traces; "" means evalmachine.<anonymous>.
	Filename string
	// LineOffset and ColumnOffset are added to positions in stack traces; the
	// column offset applies to the first line.
	LineOffset, ColumnOffset int
}

// Script is a compiled script. It is immutable and bound to no VM: it may run
// in any number of contexts and VMs, also at the same time.
type Script struct {
	template *bytecode.Function
}

// SyntaxError reports that a text is not valid JavaScript.
type SyntaxError struct {
	Message      string
	Filename     string
	Line, Column int // 1-based
	// RangeError is set if the text is nested too deeply.
	RangeError bool
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s:%d:%d: SyntaxError: %s", e.Filename, e.Line, e.Column, e.Message)
}

func (o *ScriptOptions) source(text string) *bytecode.Source {
	name := o.Filename
	if name == "" {
		name = "evalmachine.<anonymous>"
	}
	return &bytecode.Source{Text: jstring.FromGo(text), Name: name, LineOffset: o.LineOffset, ColumnOffset: o.ColumnOffset}
}

// NewScript compiles a script (new vm.Script). The error is a *SyntaxError.
func NewScript(text string, opts ScriptOptions) (*Script, error) {
	src := opts.source(text)
	t, err := realm.CompileScript(src, parseOptions())
	if err != nil {
		return nil, syntaxError(src, err)
	}
	return &Script{t}, nil
}

// parseOptions adds to the engine's what the requirements document asks for:
// the legacy assert clause of imports.
func parseOptions() parser.Options {
	o := realm.ParseOptions()
	o.LegacyAssert = true
	return o
}

func syntaxError(src *bytecode.Source, err error) error {
	var e *parser.SyntaxError
	if !errors.As(err, &e) {
		return err
	}
	line, col := interp.LineColumn(src, e.Offset)
	return &SyntaxError{Message: e.Message, Filename: src.Name, Line: line, Column: col, RangeError: e.RangeError}
}

// RunOptions bound one run.
type RunOptions struct {
	// Timeout ends the run with a *TimeoutError; 0 means none.
	Timeout time.Duration
	// Context ends the run with its error when it is done; nil means none.
	Context context.Context
}

// RunInContext runs the script in c (script.runInContext) and returns its
// completion value.
func (s *Script) RunInContext(c *Context, opts RunOptions) (Value, error) {
	return c.vm.limited(opts, func() (Value, error) {
		return c.vm.enter(c.realm, func() (object.Value, error) { return s.run(c) })
	})
}

func (s *Script) run(c *Context) (object.Value, error) {
	v, err := interp.RunScript(c.realm, s.template)
	if err == nil && c.ownJobs {
		err = interp.RunJobs(c.vm.agent, c.realm.Jobs)
	}
	return v, err
}

// RunInThisContext runs the script in the main context (script.runInThisContext).
func (s *Script) RunInThisContext(vm *VM, opts RunOptions) (Value, error) {
	return s.RunInContext(vm.main, opts)
}

// RunInNewContext makes a context of sandbox and runs the script in it
// (script.runInNewContext).
func (s *Script) RunInNewContext(vm *VM, sandbox Value, copts ContextOptions, opts RunOptions) (Value, error) {
	c, err := vm.CreateContext(sandbox, copts)
	if err != nil {
		return Value{}, err
	}
	return s.RunInContext(c, opts)
}

// RunInContext compiles and runs text in c (vm.runInContext).
func RunInContext(text string, c *Context, opts ScriptOptions, run RunOptions) (Value, error) {
	s, err := NewScript(text, opts)
	if err != nil {
		return Value{}, err
	}
	return s.RunInContext(c, run)
}

// limited runs f under the limits of one run.
func (vm *VM) limited(opts RunOptions, f func() (Value, error)) (Value, error) {
	a := vm.agent
	if opts.Context != nil {
		if err := opts.Context.Err(); err != nil {
			return Value{}, err
		}
		stop := context.AfterFunc(opts.Context, vm.Interrupt)
		defer func() {
			if !stop() {
				vm.ClearInterrupt()
			}
		}()
	}
	if opts.Timeout > 0 {
		old := a.Deadline
		if end := time.Now().Add(opts.Timeout); old.IsZero() || end.Before(old) {
			a.Deadline = end
			defer func() { a.Deadline = old }()
		}
	}
	v, err := f()
	var limit *LimitError
	if errors.As(err, &limit) {
		switch {
		case opts.Context != nil && opts.Context.Err() != nil:
			return v, opts.Context.Err()
		case opts.Timeout > 0 && limit.Reason == (&object.Termination{Cause: object.TerminatedDeadline}).Reason():
			return v, &TimeoutError{opts.Timeout}
		}
	}
	return v, err
}
