package realm

import (
	"unsafe"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

// A contextified global (node:vm) is an exotic object that asks the sandbox
// first: what the sandbox or its prototypes have is seen as a global, and what
// scripts assign lands on the sandbox. Built-ins are the global's own.

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
	c.Trace = func(o *object.Object, v object.Visitor) { v.Object(object.Payload[contextGlobal](o).sandbox) }
}

// NewContextified returns a realm whose global object asks sandbox first.
func NewContextified(a *object.Agent, sandbox *object.Object) *object.Realm {
	r := a.NewRealm()
	interp.MachineOf(a).SetDefaultRealm(r)
	g := r.Intrinsic(intrinsicContextGlobal)
	g.SetExt(unsafe.Pointer(&contextGlobal{sandbox}))
	r.GlobalObject, r.GlobalThis = g, g
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

func contextDefineOwnProperty(a *object.Agent, o *object.Object, k object.PropertyKey, d *object.PropertyDescriptor) (bool, error) {
	own, found := object.OrdinaryGetOwnProperty(a, o, k)
	if found && !own.Configurable() && !own.IsAccessor() && !own.Writable() {
		return object.IsCompatiblePropertyDescriptor(a, true, d, &own, true), nil
	}
	return sandboxOf(o).DefineOwnProperty(a, k, d)
}

// contextDeclareVar makes a var that scripts see although the sandbox has no
// such property until it is assigned.
func contextDeclareVar(a *object.Agent, o *object.Object, k object.PropertyKey) error {
	has, err := contextHasOwn(a, o, k)
	if err != nil || has {
		return err
	}
	o.AppendProperty(a, k, object.Undefined, object.AttrWritable|object.AttrEnumerable)
	return nil
}

func contextHasOwn(a *object.Agent, o *object.Object, k object.PropertyKey) (bool, error) {
	has, err := sandboxOf(o).HasOwnProperty(a, k)
	if err != nil || has {
		return has, err
	}
	_, has = object.OrdinaryGetOwnProperty(a, o, k)
	return has, nil
}

func contextHasProperty(a *object.Agent, o *object.Object, k object.PropertyKey) (bool, error) {
	has, err := sandboxOf(o).HasProperty(a, k)
	if err != nil || has {
		return has, err
	}
	return object.OrdinaryHasProperty(a, o, k)
}

func contextGet(a *object.Agent, o *object.Object, k object.PropertyKey, receiver object.Value) (object.Value, error) {
	s := sandboxOf(o)
	own, err := s.HasOwnProperty(a, k)
	if err != nil {
		return object.Undefined, err
	}
	if !own {
		// The real global's own properties come before Object.prototype's that
		// the sandbox inherits too.
		if d, ok := object.OrdinaryGetOwnProperty(a, o, k); ok {
			inherited, err := s.HasProperty(a, k)
			if err != nil {
				return object.Undefined, err
			}
			if !inherited {
				if d.IsAccessor() {
					if d.Get.IsUndefined() {
						return object.Undefined, nil
					}
					return a.Call(d.Get, receiver)
				}
				return d.Value, nil
			}
		}
		has, err := s.HasProperty(a, k)
		if err != nil {
			return object.Undefined, err
		}
		if !has {
			if p := o.Shape().Proto(); p != nil {
				return p.GetV(a, k, receiver)
			}
			return object.Undefined, nil
		}
	}
	v, err := s.Get(a, k)
	return inward(o, v), err
}

func contextSet(a *object.Agent, o *object.Object, k object.PropertyKey, v, receiver object.Value) (bool, error) {
	if receiver.ObjectOrNil() != o {
		return object.OrdinarySet(a, o, k, v, receiver)
	}
	s := sandboxOf(o)
	if d, ok := object.OrdinaryGetOwnProperty(a, o, k); ok && !d.IsAccessor() && !d.Writable() {
		return false, nil
	}
	return s.SetV(a, k, v, object.Obj(s))
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

func contextOwnPropertyKeys(a *object.Agent, o *object.Object) ([]object.PropertyKey, error) {
	keys, err := sandboxOf(o).OwnPropertyKeys(a)
	if err != nil {
		return nil, err
	}
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
