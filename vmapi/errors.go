package vmapi

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

// PanicError reports that a Go function panicked, or the engine itself. No
// script sees it. After a panic of a Go function the VM can be used further;
// after one of the engine, which is a bug, it returns ErrContextPoisoned.
type PanicError struct {
	// Value is what panic was called with.
	Value any
	// Stack is the stack of the goroutine, as debug.Stack renders it.
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("vmapi: panic: %v", e.Value) }

// Error is an exception that a script threw and did not catch.
type Error struct {
	// Value is what was thrown.
	Value Value
	// Name and Message are those of an error object.
	Name, Message string
	// Stack is the text of its stack property.
	Stack string
	// Code is its code property, as Node's errors have one.
	Code string
	// Site is where it was thrown, nil if that is not known.
	Site *ThrowSite
}

func (e *Error) Error() string {
	if e.Stack != "" {
		return e.Stack
	}
	return object.DescribeException(e.Value.v)
}

// TimeoutError reports that a run took longer than its timeout.
type TimeoutError struct{ Timeout time.Duration }

func (e *TimeoutError) Error() string {
	return fmt.Sprintf("Script execution timed out after %dms", e.Timeout.Milliseconds())
}

// LimitError reports that a limit ended a run. A Go function that gets it from
// a nested run ends the whole run by returning it.
type LimitError struct {
	// Reason is "time limit exceeded", "step limit exceeded", "memory limit
	// exceeded", "interrupted" (see VM.Interrupt) or "ended by the host" (see
	// Call.Terminate).
	Reason string

	cause *object.Termination
}

func (e *LimitError) Error() string { return "vmapi: " + e.Reason }

// Unwrap returns the engine's form of the error.
func (e *LimitError) Unwrap() error {
	if e.cause == nil {
		return nil
	}
	return e.cause
}

func (vm *VM) convertError(err error) error {
	if t := (*object.Termination)(nil); errors.As(err, &t) {
		if p, ok := t.Scope.(*PanicError); ok {
			return p
		}
		return &LimitError{t.Reason(), t}
	}
	v, ok := object.Catch(err)
	if !ok {
		return err
	}
	e := &Error{Value: Value{vm, v}}
	if s, ok := siteOf(err); ok {
		e.Site = &s
	}
	if o := v.ObjectOrNil(); o != nil {
		text := func(name string) string {
			d, ok := vm.quietProperty(o, name)
			if !ok || !d.IsString() {
				return ""
			}
			return d.AsString().String()
		}
		e.Name, e.Message, e.Stack, e.Code = text("name"), text("message"), text("stack"), text("code")
	}
	return e
}

// quietProperty reads a data property without running script.
func (vm *VM) quietProperty(o *object.Object, name string) (object.Value, bool) {
	k := vm.agent.Key(name)
	for p, n := o, 0; p != nil && n < 100; p, n = p.Shape().Proto(), n+1 {
		if p.Class().GetOwnProperty != nil {
			return object.Undefined, false
		}
		if d, ok := object.OrdinaryGetOwnProperty(vm.agent, p, k); ok {
			return d.Value, !d.IsAccessor()
		}
	}
	return object.Undefined, false
}

// newError makes an error object of realm r; code may be "".
func (vm *VM) newError(r *object.Realm, kind, code, message string) *object.Object {
	id, ok := errorIntrinsics[kind]
	if !ok {
		id = object.IntrinsicErrorPrototype
	}
	a := vm.agent
	e := a.NewError(r.Intrinsic(id), jstring.FromGo(message))
	if code == "" {
		return e
	}
	key := a.NameKey(object.NameStack)
	if s, err := e.Get(a, key); err == nil && s.IsString() {
		stack := kind + " [" + code + "]" + strings.TrimPrefix(s.AsString().String(), kind)
		_ = e.DefineValue(a, key, object.StrGo(stack), object.AttrMethod) // a fresh object: cannot fail
	}
	vm.setCode(e, code)
	text := a.NewNative(r, "toString", 0, nodeErrorToString)
	e.AppendProperty(a, a.NameKey(object.NameToString), object.Obj(text), object.AttrMethod)
	return e
}

// nodeErrorToString is the toString method that Node's own errors have.
func nodeErrorToString(c *object.Call) (object.Value, error) {
	o := c.This.ObjectOrNil()
	if o == nil {
		return object.StrGo("Error"), nil
	}
	var parts [3]string
	for i, name := range []string{"name", "code", "message"} {
		v, err := o.Get(c.Agent, c.Agent.Key(name))
		if err != nil {
			return object.Undefined, err
		}
		s, err := object.ToString(c.Agent, v)
		if err != nil {
			return object.Undefined, err
		}
		parts[i] = s.String()
	}
	return object.StrGo(parts[0] + " [" + parts[1] + "]: " + parts[2]), nil
}

// setCode gives an error a code property.
func (vm *VM) setCode(e *object.Object, code string) {
	a := vm.agent
	e.AppendProperty(a, a.Key("code"), object.StrGo(code), object.AttrDefault)
}

// ThrowSite is where an exception was thrown or a syntax error found.
type ThrowSite struct {
	// Filename is that of the script, "<anonymous>" if it has none.
	Filename string
	Line     int    // 1-based, with the script's offset
	Text     string // the line of the source
	Start    int    // first column of the place in Text, 0-based, in UTF-16 code units
	End      int    // end of the place
}

// siteOf returns the site of an exception: of a syntax error its place in the
// text, else where it was thrown.
func siteOf(err error) (ThrowSite, bool) {
	v, ok := object.Catch(err)
	if !ok {
		return ThrowSite{}, false
	}
	if t := interp.TraceOf(v); t != nil && t.Position != nil {
		return siteAt(t.Position.Source, t.Position.Start, t.Position.End), true
	}
	src, offset, ok := interp.ThrowPosition(err)
	if !ok {
		return ThrowSite{}, false
	}
	return siteAt(src, offset, offset), true
}

func siteAt(src *bytecode.Source, start, end uint32) ThrowSite {
	line, col := src.LineColumn(start)
	from := int(start) - col
	to := from
	for to < src.Text.Len() {
		if c := src.Text.At(to); c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 {
			break
		}
		to++
	}
	name := src.Name
	if name == "" {
		name = "<anonymous>"
	}
	s := ThrowSite{Filename: name, Line: line - src.Skip + src.LineOffset, Text: src.Text.Substring(from, to).String(), Start: col, End: col + 1}
	if end > start {
		s.End = min(col+int(end-start), to-from)
	}
	s.End = max(s.End, s.Start+1)
	return s
}

// Arrow renders the site as Node puts it before a stack: file and line, the
// source line, carets below the place, an empty line.
func (s ThrowSite) Arrow() string {
	var sb strings.Builder
	fmt.Fprintf(&sb, "%s:%d\n%s\n", s.Filename, s.Line, s.Text)
	units := []rune(s.Text)
	for i := 0; i < s.Start && i < len(units); i++ {
		if units[i] == '\t' {
			sb.WriteByte('\t')
		} else {
			sb.WriteByte(' ')
		}
	}
	sb.WriteString(strings.Repeat("^", s.End-s.Start))
	sb.WriteByte('\n')
	return sb.String()
}

// Site returns where the exception that err stands for was thrown.
func (c *Call) Site(err error) (ThrowSite, bool) {
	var e *Error
	if errors.As(err, &e) && e.Site != nil {
		return *e.Site, true
	}
	return siteOf(err)
}

// CreationSite returns where an error object was made.
func (c *Call) CreationSite(v Value) (ThrowSite, bool) {
	t := interp.TraceOf(v.value())
	if t == nil {
		return ThrowSite{}, false
	}
	if t.Position != nil {
		return siteAt(t.Position.Source, t.Position.Start, t.Position.End), true
	}
	for i := range t.Frames {
		if src, offset := t.Frames[i].Position(); src != nil {
			return siteAt(src, offset, offset), true
		}
	}
	return ThrowSite{}, false
}

// Terminate returns the error with which a Go function ends the whole run: no
// script sees it. The run's error is a *LimitError.
func (c *Call) Terminate() error { return &object.Termination{Cause: object.TerminatedHost} }
