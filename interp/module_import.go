package interp

import (
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// import.meta and import() (13.3.10, 13.3.12).

func extImportMeta(m *Machine, in *bytecode.Instr) {
	mod := m.code.module
	if mod == nil {
		m.raise(m.agent.SyntaxError("Cannot use 'import.meta' outside a module"))
		return
	}
	if mod.meta == nil {
		o := m.agent.NewObject(nil)
		mod.meta = o
		if m.ImportMeta != nil {
			if err := m.ImportMeta(mod, o); err != nil {
				mod.meta = nil
				m.raise(err)
				return
			}
		}
	}
	m.reg(in.A).set(object.Obj(mod.meta))
}

// DynamicImport is the request of an import() expression.
type DynamicImport struct {
	Referrer   *Module          // or nil
	Source     *bytecode.Source // of the code that imports
	Specifier  *jstring.String
	Attributes []bytecode.ImportAttribute
	Phase      uint8
	Capability *PromiseCapability
}

var (
	nameWith   = object.DeclareName("with")
	nameAssert = object.DeclareName("assert")
)

// extImport is EvaluateImportCall (13.3.10.2) after the operands.
func extImport(m *Machine, in *bytecode.Instr) {
	a := m.agent
	phase := m.instr(m.pc).A // of the NOP that follows
	d := &DynamicImport{Referrer: m.code.module, Source: m.code.template.Source, Phase: uint8(phase), Capability: newDirectCapability(a, m.code.realm)}
	err := d.read(a, m.get(in.B), m.get(in.C))
	if err == nil {
		if m.ImportDynamically == nil {
			err = a.TypeError("import() is not supported by the host")
		} else {
			err = m.ImportDynamically(m.code.realm, d)
		}
	}
	v := d.Capability.Promise
	if err != nil {
		v, err = d.Capability.IfAbruptRejectPromise(a, err)
	}
	m.finish(in.A, v, err)
}

func (d *DynamicImport) read(a *object.Agent, specifier, options object.Value) error {
	s, err := object.ToString(a, specifier)
	if err != nil {
		return err
	}
	d.Specifier = s
	if options.IsUndefined() {
		return nil
	}
	if !options.IsObject() {
		return a.TypeError("The second argument of import() must be an object")
	}
	with, err := options.AsObject().Get(a, a.NameKey(nameWith))
	legacy := err == nil && with.IsUndefined() && machineOf(a).LegacyAssert
	if legacy {
		with, err = options.AsObject().Get(a, a.NameKey(nameAssert))
	}
	if err != nil || with.IsUndefined() {
		return err
	}
	if !with.IsObject() {
		return a.TypeError("The 'options.with' must be an object")
	}
	entries, err := object.EnumerableOwnProperties(a, with.AsObject(), object.EnumerateEntries)
	if err != nil {
		return err
	}
	for _, e := range entries {
		kv := e.AsObject().Elements().Values()
		if !kv[1].IsString() {
			return a.TypeError("Import attribute value must be a string")
		}
		d.Attributes = append(d.Attributes, bytecode.ImportAttribute{Key: kv[0].AsString(), Value: kv[1].AsString()})
	}
	for _, at := range d.Attributes {
		if !at.Key.EqualGo("type") && !legacy {
			return a.TypeError("Import attribute '%s' is not supported", at.Key.String())
		}
	}
	return nil
}

// FinishDynamicImport is ContinueDynamicImport (13.3.10.3) for a module whose
// graph is loaded (of a source phase import: which is loaded itself), or for the
// error with which loading failed. Linking and evaluation happen in a job, as
// reactions to the loading promise do.
func FinishDynamicImport(a *object.Agent, d *DynamicImport, m *Module, err error) error {
	if err == nil && d.Phase == bytecode.PhaseSource {
		if m.Source != nil {
			return d.Capability.ResolveWith(a, object.Obj(m.Source))
		}
		err = noSource(a, d.Specifier)
	}
	if err != nil {
		_, err := d.Capability.IfAbruptRejectPromise(a, err)
		return err
	}
	Enqueue(a, object.Job{Run: linkAndEvaluateJob, Realm: m.Realm, Host: HostSlot(a), Data: &linkAndEvaluate{d, m}})
	return nil
}

type linkAndEvaluate struct {
	dynamic *DynamicImport
	module  *Module
}

// linkAndEvaluateJob is the linkAndEvaluate closure of ContinueDynamicImport.
func linkAndEvaluateJob(a *object.Agent, j *object.Job) error {
	d := j.Data.(*linkAndEvaluate)
	c, m := d.dynamic.Capability, d.module
	if err := m.Link(a); err != nil {
		_, err := c.IfAbruptRejectPromise(a, err)
		return err
	}
	var p *object.Object
	var err error
	if d.dynamic.Phase == bytecode.PhaseDefer {
		p, err = m.evaluateDependencies(a)
	} else {
		p, err = m.Evaluate(a)
	}
	if err != nil {
		return err
	}
	if p == nil {
		return settleDynamicImport(a, m, d.dynamic.Phase, c.Promise.AsObject())
	}
	onFulfilled := a.NewAnonymousNative(m.Realm, 0, dynamicImportDone, newModuleHandle(a, m), c.Promise)
	object.Payload[object.Native](onFulfilled).Magic = int32(d.dynamic.Phase)
	onRejected := a.NewAnonymousNative(m.Realm, 1, dynamicImportFailed, c.Promise)
	PerformPromiseThen(a, p, object.Obj(onFulfilled), object.Obj(onRejected), nil)
	return nil
}

func dynamicImportDone(c *object.Call) (object.Value, error) {
	m := object.Payload[Module](c.Slot(0).AsObject())
	return object.Undefined, settleDynamicImport(c.Agent, m, uint8(c.Magic()), c.Slot(1).AsObject())
}

// settleDynamicImport resolves the promise of an import() with the namespace.
func settleDynamicImport(a *object.Agent, m *Module, phase uint8, p *object.Object) error {
	ns, err := resolution{module: m, phase: phase}.object(a)
	if err != nil {
		v, ok := object.Catch(err)
		if !ok {
			return err
		}
		RejectPromise(a, p, v)
		return nil
	}
	return ResolvePromise(a, m.Realm, p, object.Obj(ns))
}

func dynamicImportFailed(c *object.Call) (object.Value, error) {
	RejectPromise(c.Agent, c.Slot(0).AsObject(), c.Arg(0))
	return object.Undefined, nil
}
