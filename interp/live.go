package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// What package object asks of the interpreter about functions, and the roots
// of a live walk.

func init() {
	object.FunctionTextHook = func(f *object.Object) *jstring.String {
		t := closureOf(f).code.template
		return t.Source.Text.Substring(int(t.Start), int(t.End))
	}
	object.ClosureRealmHook = func(f *object.Object) *object.Realm { return closureOf(f).code.realm }
	object.TraceModuleHook = func(p unsafe.Pointer, v object.Visitor) { (*Module)(p).trace(v) }
	object.TraceRealmHook = func(r *object.Realm, v object.Visitor) {
		for _, l := range globalEnvOf(r).lexicals {
			v.Value(l.box.V)
		}
	}
}

// trace adds a Code whose text came from the program, by eval or a function
// constructor. What the host compiled is the host's.
func (c *Code) trace(v object.Visitor) {
	t := c.template
	if t.Source == nil || t.Source.Eval == nil {
		return
	}
	n := int(unsafe.Sizeof(*c)) + len(t.Consts)*int(valSize) + len(t.Sites)*int(unsafe.Sizeof(site{}))
	if !v.Shared(unsafe.Pointer(c), n) {
		return
	}
	n = int(unsafe.Sizeof(*t)) + len(t.Code)*int(instrSize) + len(t.Consts)*int(unsafe.Sizeof(bytecode.Const{})) +
		len(t.Sites)*int(unsafe.Sizeof(bytecode.Site{})) + len(t.Positions) + len(t.ScopeTable)
	if v.Shared(unsafe.Pointer(t), n) {
		v.Shared(unsafe.Pointer(t.Source), int(unsafe.Sizeof(*t.Source))+t.Source.Text.Size())
	}
}

func (m *Module) trace(v object.Visitor) {
	v.Realm(m.Realm)
	for _, b := range m.boxes {
		if b != nil {
			v.Value(b.V)
		}
	}
	for _, e := range m.exported {
		if e.box != nil {
			v.Value(e.box.V)
		}
	}
	for _, o := range []*object.Object{m.namespace, m.deferredNamespace, m.meta, m.Source} {
		if o != nil {
			v.Object(o)
		}
	}
	v.Value(m.failure)
}

// LiveSize returns the number of bytes that scripts can still reach: from the
// realms of running code, the registers, and the jobs that wait; and what
// running built-ins have charged.
func LiveSize(a *object.Agent) uint64 {
	m := machineOf(a)
	w := object.NewLiveWalk(a)
	for _, r := range a.Realms() {
		traceRealm(r, w)
	}
	m.traceRoots(w)
	traceJobs(m.jobs, w)
	return w.Finish() + m.held()
}

// LiveSizes is LiveSize told apart by realm, in the order of realms, and what
// belongs to none of them. What runs or waits belongs to the first realm unless it tells another.
func LiveSizes(a *object.Agent, realms []*object.Realm) (sizes []uint64, shared uint64) {
	m := machineOf(a)
	w := object.NewAttributedWalk(a, realms)
	for _, r := range realms[1:] {
		traceRealm(r, w)
	}
	w.InRealm(realms[0], func() {
		traceRealm(realms[0], w)
		m.traceRoots(w)
		traceJobs(m.jobs, w)
	})
	sizes, shared = w.Attributed()
	return sizes, shared + m.held()
}

func traceRealm(r *object.Realm, w *object.LiveWalk) {
	w.Realm(r)
	if r.Jobs != nil {
		w.InRealm(r, func() { traceJobs(r.Jobs, w) })
	}
}

func (m *Machine) traceRoots(v object.Visitor) {
	top := m.top()
	for i := range m.segments {
		s := &m.segments[i]
		base := unsafe.Pointer(unsafe.SliceData(s.values))
		n := len(s.values)
		if i == len(m.segments)-1 {
			n = min(n, int((uintptr(top)-uintptr(base))/valSize))
		}
		for j := range n {
			if x := (*val)(unsafe.Add(base, uintptr(j)*valSize)); x.bits == bitsScope {
				for sc := (*Scope)(x.ref); sc != nil; sc = sc.parent {
					sc.trace(v)
				}
			} else if x.bits != bitsInternal {
				v.Value(x.value())
			}
		}
	}
	for i := range m.nativeTop {
		v.Object(m.natives[i].Func)
		v.Value(m.natives[i].This)
	}
	for i := 1; i <= m.fp; i++ {
		if f := &m.frames[i]; f.flags&frameConstruct != 0 && f.newTarget != nil {
			v.Object(f.newTarget)
		}
	}
}

// traceJobs visits the jobs of a queue and what they refer to.
func traceJobs(q *object.JobQueue, v *object.LiveWalk) {
	q.Each(func(j *object.Job) {
		v.Bytes(jobSize)
		for _, x := range j.Args {
			v.Value(x)
		}
		switch d := j.Data.(type) {
		case *Coroutine:
			d.trace(v)
		case *PromiseCapability:
			d.trace(v)
		}
	})
}
