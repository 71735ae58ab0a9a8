package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// MachineOf returns the interpreter of an agent.
func MachineOf(a *object.Agent) *Machine { return machineOf(a) }

// SetDefaultRealm makes r the current realm while no script is running, unless
// there is one already.
func (m *Machine) SetDefaultRealm(r *object.Realm) {
	if m.hostRealm == nil {
		m.hostRealm = r
	}
}

// NewFunction returns a function object of realm r for a template whose free
// names are global; scope may be a record to look them up in.
func NewFunction(r *object.Realm, t *bytecode.Function, scope *Scope) *object.Object {
	m := machineOf(r.Agent)
	f, c := m.newClosure(newCode(r, t, m.currentModule()))
	c.scope = scope
	return f
}

// RunScript is ScriptEvaluation (16.1.6): it runs a compiled script in realm r.
func RunScript(r *object.Realm, t *bytecode.Function) (object.Value, error) {
	m := machineOf(r.Agent)
	f, _ := m.newClosure(CodeFor(r, t))
	var v object.Value
	err := m.WithRealm(r, func() (err error) {
		v, err = r.Agent.Call(object.Obj(f), object.Obj(r.GlobalThis))
		return err
	})
	return v, err
}

// ActiveSourceHost returns the host-defined referrer of the running script.
func (m *Machine) ActiveSourceHost() any {
	if m.code != nil && m.code.template.Source != nil {
		return m.code.template.Source.HostDefined
	}
	return nil
}

// Idle reports whether no script is running.
func (m *Machine) Idle() bool { return m.code == nil && m.nativeTop == 0 }

// Depth counts the frames of script and the built-ins that are running: a Go
// function that finds another depth than it was called at knows that a panic has
// left some half done.
func (m *Machine) Depth() (frames, natives int) { return m.fp, m.nativeTop }

// AfterRun forgets what dead registers hold; for the host when control is back.
func (m *Machine) AfterRun() { m.clearAbove() }

// ErrorPosition is where in a source a syntax error was found.
type ErrorPosition struct {
	Source     *bytecode.Source
	Start, End uint32
}

// SetErrorPosition attaches the position of a syntax error to its object.
func SetErrorPosition(o *object.Object, src *bytecode.Source, start, end uint32) {
	t := (*Trace)(o.Ext())
	if t == nil {
		t = &Trace{}
		o.SetExt(unsafe.Pointer(t))
	}
	t.Position = &ErrorPosition{src, start, end}
}

// TraceOf returns the stack captured by an error object, or nil.
func TraceOf(v object.Value) *Trace {
	if o := v.ObjectOrNil(); o != nil && o.Class() == object.ClassError {
		return (*Trace)(o.Ext())
	}
	return nil
}
