// Package realm makes agents and realms: it knows all chapters of the standard
// library, builds global objects from their tables, and joins the front end to
// the interpreter.
//
// A realm costs little: its global object and intrinsics are rows of slots
// that are filled when they are first touched (see object.Spec).
//
// The package is documented for readers; embedders use vmapi, and its API may
// change.
package realm

import (
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

func init() {
	var props []object.Prop
	props = append(props, object.Prop{Name: "globalThis", Attrs: object.AttrMethod,
		Make: func(r *object.Realm) object.Value { return object.Obj(r.GlobalThis) }})
	for _, list := range globals {
		props = append(props, list...)
	}
	object.DefineIntrinsic(object.IntrinsicGlobal, object.Spec{Props: props})
	props = append(props[:len(props):len(props)], object.Prop{Name: "console", Attrs: object.AttrMethod, Make: makeContextConsole})
	object.DefineIntrinsic(intrinsicContextGlobal, object.Spec{Props: props, Class: ClassContextGlobal})
	object.DefineIntrinsic(intrinsicPlainGlobal, object.Spec{Props: props})
}

var intrinsicPlainGlobal = object.DeclareIntrinsic("plain context global")

// NewAgent returns an agent with an interpreter and no realm.
func NewAgent() *object.Agent {
	a := object.NewAgent()
	interp.Attach(a)
	return a
}

// NewPlain returns a realm for a context whose global object is an ordinary one.
func NewPlain(a *object.Agent) *object.Realm {
	r := a.NewRealm()
	interp.MachineOf(a).SetDefaultRealm(r)
	r.GlobalObject = r.Intrinsic(intrinsicPlainGlobal)
	r.GlobalThis = r.GlobalObject
	return r
}

// New returns a realm with an ordinary global object (9.3.1 InitializeHostDefinedRealm).
func New(a *object.Agent) *object.Realm {
	r := a.NewRealm()
	interp.MachineOf(a).SetDefaultRealm(r)
	r.GlobalObject = r.Intrinsic(object.IntrinsicGlobal)
	r.GlobalThis = r.GlobalObject
	return r
}
