package webassembly

import (
	"fmt"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// errorTypes are the classes of errors; the index is the Magic of the constructor.
var errorTypes = [...]struct {
	name                   string
	constructor, prototype object.Intrinsic
}{
	{"CompileError", object.DeclareIntrinsic("WebAssembly.CompileError"), object.DeclareIntrinsic("WebAssembly.CompileError.prototype")},
	{"LinkError", object.DeclareIntrinsic("WebAssembly.LinkError"), object.DeclareIntrinsic("WebAssembly.LinkError.prototype")},
	{"RuntimeError", object.DeclareIntrinsic("WebAssembly.RuntimeError"), object.DeclareIntrinsic("WebAssembly.RuntimeError.prototype")},
}

func init() {
	for i, e := range errorTypes {
		object.DefineIntrinsic(e.constructor, object.Spec{
			Fn: errorConstructor, Name: e.name, Length: 1, Constructor: true, Magic: int32(i), Proto: object.IntrinsicError,
			Props: []object.Prop{object.FixedRef("prototype", e.prototype)},
		})
		object.DefineIntrinsic(e.prototype, object.Spec{
			Proto: object.IntrinsicErrorPrototype,
			Props: []object.Prop{
				object.Ref("constructor", e.constructor),
				{Name: "name", Value: object.Str(jstring.FromGo(e.name).Intern()), Attrs: object.AttrMethod},
				{Name: "message", Value: object.Str(jstring.Empty), Attrs: object.AttrMethod},
			},
		})
	}
}

// https://webassembly.github.io/spec/js-api/#error-objects
func errorConstructor(c *object.Call) (object.Value, error) {
	newTarget := c.NewTarget
	if newTarget == nil {
		newTarget = c.Func
	}
	proto, err := object.GetPrototypeFromConstructor(c.Agent, newTarget, errorTypes[c.Magic()].prototype)
	if err != nil {
		return object.Undefined, err
	}
	var text *jstring.String
	if m := c.Arg(0); !m.IsUndefined() {
		if text, err = object.ToString(c.Agent, m); err != nil {
			return object.Undefined, err
		}
	}
	if err := c.Agent.Charge(256); err != nil {
		return object.Undefined, err
	}
	o := c.Agent.NewErrorFrom(proto, text, newTarget)
	return object.Obj(o), object.InstallErrorCause(c.Agent, o, c.Arg(1))
}

// compileError returns the error that throws a CompileError.
func compileError(a *object.Agent, format string, args ...any) error {
	proto := a.CurrentRealm().Intrinsic(errorTypes[0].prototype)
	return object.Throw(object.Obj(a.NewErrorFrom(proto, jstring.FromGo(fmt.Sprintf(format, args...)), nil)))
}
