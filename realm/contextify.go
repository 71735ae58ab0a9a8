package realm

import (
	"slices"
	"unsafe"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

// A contextified global (node:vm) is an exotic object that asks the sandbox
// first: what the sandbox or its prototypes have is seen as a global, and what
// scripts assign lands on the sandbox. Built-ins are the global's own.
//
// What scripts assign or define is kept twice, on the sandbox and as an own
// property of the global, as in Node: a global that has been deleted from the
// sandbox can still be read. The copy is looked at last.

// contextGlobal is the payload of contextified globals.
type contextGlobal struct{ sandbox *object.Object }

// ClassContextGlobal is the class of contextified globals.
var ClassContextGlobal = &object.Class{Name: "Object", Kind: object.KindGlobal}

var intrinsicContextGlobal = object.DeclareIntrinsic("context global")

func init() {
	c := ClassContextGlobal
	c.GetOwnProperty = contextGetOwnProperty
	c.DefineOwnProperty = contextDefineOwnProperty
	c.HasProperty = contextHasProperty
	c.Get = contextGet
	c.Set = contextSet
	c.Delete = contextDelete
	c.OwnPropertyKeys = contextOwnPropertyKeys
	c.DeclareVar = contextDeclareVar
	c.DeclareFunction = contextDeclareFunction
	c.PreventExtensions = func(*object.Agent, *object.Object) (bool, error) { return false, nil }
	c.Refused = contextRefused
	c.BuiltinTag = contextTag
	c.HasOwn = contextHasOwn
	c.Trace = func(o *object.Object, v object.Visitor) { v.Object(object.Payload[contextGlobal](o).sandbox) }
}

// consoleMethods are those of the console that every context has. It writes
// nowhere: it is for a debugger.
var consoleMethods = []string{
	"debug", "error", "info", "log", "warn", "dir", "dirxml", "table", "trace", "group", "groupCollapsed", "groupEnd",
	"clear", "count", "countReset", "assert", "profile", "profileEnd", "time", "timeLog", "timeEnd", "timeStamp",
}

func makeContextConsole(r *object.Realm) object.Value {
	a := r.Agent
	o := a.NewObject(a.NewObject(r.Intrinsic(object.IntrinsicObjectPrototype)))
	silent := func(*object.Call) (object.Value, error) { return object.Undefined, nil }
	for _, name := range consoleMethods {
		o.AppendProperty(a, a.Key(name), object.Obj(a.NewNative(r, name, 0, silent)), object.AttrDefault)
	}
	return object.Obj(o)
}

// NewContextified returns a realm whose global object asks sandbox first.
func NewContextified(a *object.Agent, sandbox *object.Object) *object.Realm {
	r := a.NewRealm()
	interp.MachineOf(a).SetDefaultRealm(r)
	g := r.Intrinsic(intrinsicContextGlobal)
	g.SetExt(unsafe.Pointer(&contextGlobal{sandbox}))
	r.GlobalObject, r.GlobalThis, r.Sandbox = g, g, sandbox
	return r
}

// SandboxOf returns the sandbox of a contextified global, or nil.
func SandboxOf(o *object.Object) *object.Object {
	if o.Class() != ClassContextGlobal {
		return nil
	}
	return object.Payload[contextGlobal](o).sandbox
}

func sandboxOf(o *object.Object) *object.Object { return object.Payload[contextGlobal](o).sandbox }

// inward replaces the sandbox by the global that stands for it inside.
func inward(o *object.Object, v object.Value) object.Value {
	if v.ObjectOrNil() == sandboxOf(o) {
		return object.Obj(o)
	}
	return v
}

func contextGetOwnProperty(a *object.Agent, o *object.Object, k object.PropertyKey) (object.PropertyDescriptor, bool, error) {
	d, ok, err := sandboxOf(o).GetOwnProperty(a, k)
	if ok || err != nil {
		d.Value = inward(o, d.Value)
		return d, ok, err
	}
	d, ok = object.OrdinaryGetOwnProperty(a, o, k)
	return d, ok, nil
}

// keepCopy defines a property on the global itself.
func keepCopy(a *object.Agent, o *object.Object, k object.PropertyKey, d *object.PropertyDescriptor) (bool, error) {
	own, found := object.OrdinaryGetOwnProperty(a, o, k)
	return object.ValidateAndApplyPropertyDescriptor(a, o, k, true, d, &own, found)
}

func isReadOnly(d *object.PropertyDescriptor) bool { return !d.IsAccessor() && !d.Writable() }

func contextDefineOwnProperty(a *object.Agent, o *object.Object, k object.PropertyKey, d *object.PropertyDescriptor) (bool, error) {
	own, found := object.OrdinaryGetOwnProperty(a, o, k)
	if !found || !isReadOnly(&own) || own.Configurable() {
		if _, err := sandboxOf(o).DefineOwnProperty(a, k, d); err != nil {
			return false, err
		}
	}
	return keepCopy(a, o, k, d)
}

// contextDeclareVar makes a var that scripts see although the sandbox has no
// such property until it is assigned.
func contextDeclareVar(a *object.Agent, o *object.Object, k object.PropertyKey) error {
	if _, found := object.OrdinaryGetOwnProperty(a, o, k); !found {
		o.AppendProperty(a, k, object.Undefined, object.AttrWritable|object.AttrEnumerable)
	}
	return nil
}

// contextDeclareFunction assigns a declared function to the sandbox, setters
// included, and declares it on the global itself.
func contextDeclareFunction(a *object.Agent, o *object.Object, k object.PropertyKey, f object.Value, deletable bool) error {
	stored, err := setOnSandbox(a, o, k, f)
	if err != nil || stored == storedByAccessor {
		return err
	}
	attrs := object.AttrWritable | object.AttrEnumerable
	if deletable {
		attrs |= object.AttrConfigurable
	}
	d := object.DataDescriptor(f, attrs)
	if own, found := object.OrdinaryGetOwnProperty(a, o, k); found && !own.Configurable() {
		d = object.PropertyDescriptor{Value: f, Has: object.HasValue}
	}
	_, err = keepCopy(a, o, k, &d)
	return err
}

// contextHasOwn counts what the sandbox inherits, as Node does.
func contextHasOwn(a *object.Agent, o *object.Object, k object.PropertyKey) (bool, error) {
	has, err := sandboxOf(o).HasProperty(a, k)
	if err != nil || has {
		return has, err
	}
	_, has = object.OrdinaryGetOwnProperty(a, o, k)
	return has, nil
}

func contextHasProperty(a *object.Agent, o *object.Object, k object.PropertyKey) (bool, error) {
	has, err := contextHasOwn(a, o, k)
	if err != nil || has {
		return has, err
	}
	if p := o.Shape().Proto(); p != nil {
		return p.HasProperty(a, k)
	}
	return false, nil
}

func contextGet(a *object.Agent, o *object.Object, k object.PropertyKey, receiver object.Value) (object.Value, error) {
	s := sandboxOf(o)
	has, err := s.HasProperty(a, k)
	if err != nil {
		return object.Undefined, err
	}
	if has {
		v, err := s.Get(a, k)
		return inward(o, v), err
	}
	if d, ok := object.OrdinaryGetOwnProperty(a, o, k); ok {
		if !d.IsAccessor() {
			return d.Value, nil
		}
		if d.Get.IsUndefined() {
			return object.Undefined, nil
		}
		return a.Call(d.Get, receiver)
	}
	if p := o.Shape().Proto(); p != nil {
		return p.GetV(a, k, receiver)
	}
	return object.Undefined, nil
}

// stored tells what an assignment to the sandbox has come to.
type stored uint8

const (
	storedNot stored = iota // the property is read-only
	storedOnSandbox
	storedByAccessor
	storedNowhere // a symbol that the sandbox does not know
)

// setOnSandbox assigns to the sandbox unless the property is read-only there.
func setOnSandbox(a *object.Agent, o *object.Object, k object.PropertyKey, v object.Value) (stored, error) {
	s := sandboxOf(o)
	own, isOwn, err := s.GetOwnProperty(a, k)
	if err != nil {
		return storedNot, err
	}
	d, found := own, isOwn
	for p, err := s.GetPrototypeOf(a); !found && p != nil; p, err = p.GetPrototypeOf(a) {
		if err == nil {
			err = a.Tick(1)
		}
		if err == nil {
			d, found, err = p.GetOwnProperty(a, k)
		}
		if err != nil {
			return storedNot, err
		}
	}
	_, onGlobal := object.OrdinaryGetOwnProperty(a, o, k)
	switch {
	case found && isReadOnly(&d):
		return storedNot, nil
	case !found && !onGlobal && k.IsSymbol():
		return storedNowhere, nil
	}
	if _, err := s.SetV(a, k, v, object.Obj(s)); err != nil {
		return storedNot, err
	}
	if isOwn && own.IsAccessor() {
		return storedByAccessor, nil
	}
	return storedOnSandbox, nil
}

func contextSet(a *object.Agent, o *object.Object, k object.PropertyKey, v, receiver object.Value) (bool, error) {
	if receiver.ObjectOrNil() != o {
		return object.OrdinarySet(a, o, k, v, receiver)
	}
	own, found := object.OrdinaryGetOwnProperty(a, o, k)
	if found && isReadOnly(&own) {
		return false, nil
	}
	result, err := setOnSandbox(a, o, k, v)
	if err != nil || result == storedNot {
		return false, err
	}
	if result == storedByAccessor {
		return true, nil
	}
	d := object.DataDescriptor(v, object.AttrDefault)
	if found {
		if own.IsAccessor() {
			return true, nil
		}
		d = object.PropertyDescriptor{Value: v, Has: object.HasValue}
	}
	_, err = keepCopy(a, o, k, &d)
	return true, err
}

func contextDelete(a *object.Agent, o *object.Object, k object.PropertyKey) (bool, error) {
	ok, err := sandboxOf(o).Delete(a, k)
	if err != nil || !ok {
		return ok, err
	}
	if d, found := object.OrdinaryGetOwnProperty(a, o, k); found {
		if !d.Configurable() {
			return false, nil
		}
		o.RemoveProperty(a, k)
	}
	return true, nil
}

// contextRefused gives the messages of Node: they tell who has noticed.
func contextRefused(a *object.Agent, o *object.Object, k object.PropertyKey, what object.Refusal) error {
	switch what {
	case object.RefusedDelete:
		return nil
	case object.RefusedFreeze:
		return a.TypeError("Cannot freeze")
	case object.RefusedSeal:
		return a.TypeError("Cannot seal")
	case object.RefusedSet:
		if _, found := object.OrdinaryGetOwnProperty(a, o, k); found {
			return a.TypeError("Cannot assign to read only property '%s' of object '[object %s]'", object.KeyText(k), contextTag(a, o))
		}
	}
	return a.TypeError("Cannot redefine property: %s", object.KeyText(k))
}

// contextTag is the name of the sandbox's constructor.
func contextTag(a *object.Agent, o *object.Object) string {
	s := sandboxOf(o)
	if s.IsArrayObject() {
		return "Array"
	}
	if name := a.ConstructorName(s); name != "" {
		return name
	}
	return "Object"
}

func contextOwnPropertyKeys(a *object.Agent, o *object.Object) ([]object.PropertyKey, error) {
	keys, err := sandboxOf(o).OwnPropertyKeys(a)
	if err != nil {
		return nil, err
	}
	keys = slices.Clone(keys)
	own, err := object.OrdinaryOwnPropertyKeys(a, o, nil)
	if err != nil {
		return nil, err
	}
	seen := make(map[object.PropertyKey]bool, len(keys))
	for _, k := range keys {
		seen[k] = true
	}
	for _, k := range own {
		if !seen[k] {
			keys = append(keys, k)
		}
	}
	return keys, nil
}
