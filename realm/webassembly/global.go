package webassembly

import (
	"math/big"
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

var (
	intrinsicGlobal             = object.DeclareIntrinsic("WebAssembly.Global")
	intrinsicGlobalPrototype    = object.DeclareIntrinsic("WebAssembly.Global.prototype")
	intrinsicTag                = object.DeclareIntrinsic("WebAssembly.Tag")
	intrinsicTagPrototype       = object.DeclareIntrinsic("WebAssembly.Tag.prototype")
	intrinsicException          = object.DeclareIntrinsic("WebAssembly.Exception")
	intrinsicExceptionPrototype = object.DeclareIntrinsic("WebAssembly.Exception.prototype")
	classGlobal                 = &object.Class{Name: "WebAssembly.Global", Kind: object.KindOther}
	classTag                    = &object.Class{Name: "WebAssembly.Tag", Kind: object.KindOther}
	classException              = &object.Class{Name: "WebAssembly.Exception", Kind: object.KindOther}
)

// global is a variable of a WebAssembly type.
type global struct {
	kind    string
	mutable bool
	value   object.Value
}

type tag struct{ parameters []string }

type exception struct {
	tag    *tag
	values []object.Value
}

func init() {
	classGlobal.Trace = func(o *object.Object, v object.Visitor) { v.Value(object.Payload[global](o).value) }
	classException.Trace = func(o *object.Object, v object.Visitor) {
		for _, x := range object.Payload[exception](o).values {
			v.Value(x)
		}
	}
	defineClass("Global", 1, intrinsicGlobal, intrinsicGlobalPrototype, globalConstructor, nil,
		[]object.Prop{enumerable("valueOf", 0, globalValueOf), attribute("value", globalValue, globalSetValue)})
	defineClass("Tag", 1, intrinsicTag, intrinsicTagPrototype, tagConstructor, nil, nil)
	defineClass("Exception", 1, intrinsicException, intrinsicExceptionPrototype, exceptionConstructor, nil,
		[]object.Prop{enumerable("is", 1, exceptionIs), enumerable("getArg", 2, exceptionGetArg)})
}

// toType is ToWebAssemblyValue: v as a value of a WebAssembly type, in the form
// in which scripts see it; known is false for names that are no types.
func toType(a *object.Agent, kind string, v object.Value) (x object.Value, known bool, err error) {
	switch kind {
	case "i32":
		if v.IsUndefined() {
			return object.Int(0), true, nil
		}
		n, err := object.ToInt32(a, v)
		return object.Int(n), true, err
	case "i64":
		if v.IsUndefined() {
			return object.BigInt(new(big.Int)), true, nil
		}
		n, err := object.ToBigInt64(a, v)
		return object.BigInt(big.NewInt(n)), true, err
	case "f32", "f64":
		if v.IsUndefined() {
			return object.Int(0), true, nil
		}
		n, err := object.ToNumber(a, v)
		if kind == "f32" {
			n = float64(float32(n))
		}
		return object.Number(n), true, err
	case "externref":
		return v.Clean(), true, nil
	case "anyfunc":
		if v.IsUndefined() || v.IsNull() {
			return object.Null, true, nil
		}
		return v, true, a.TypeError("WebAssembly.Global(): The value of anyfunc globals must be null or an exported function")
	}
	return v, false, nil
}

// https://webassembly.github.io/spec/js-api/#dom-global-global
func globalConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	if err := needNew(c, "Global"); err != nil {
		return object.Undefined, err
	}
	d := c.Arg(0).ObjectOrNil()
	if d == nil {
		return object.Undefined, a.TypeError("WebAssembly.Global(): Argument 0 must be a global descriptor")
	}
	mutable, err := d.Get(a, a.Key("mutable"))
	if err != nil {
		return object.Undefined, err
	}
	kind, err := d.Get(a, a.Key("value"))
	if err != nil {
		return object.Undefined, err
	}
	text, err := object.ToString(a, kind)
	if err != nil {
		return object.Undefined, err
	}
	g := &global{kind: text.String(), mutable: object.ToBoolean(mutable)}
	known := false
	if g.value, known, err = toType(a, g.kind, c.Arg(1)); err != nil {
		return object.Undefined, err
	}
	if !known {
		return object.Undefined, a.TypeError("WebAssembly.Global(): Descriptor property 'value' must be a WebAssembly type")
	}
	o, err := object.OrdinaryCreateFromConstructor(a, c.NewTarget, intrinsicGlobalPrototype, classGlobal, unsafe.Pointer(g))
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), nil
}

func thisGlobal(c *object.Call, what string) (*global, error) {
	if g := object.PayloadOf[global](c.This, classGlobal); g != nil {
		return g, nil
	}
	return nil, c.Agent.TypeError("%s: Receiver is not a WebAssembly.Global", what)
}

func globalValueOf(c *object.Call) (object.Value, error) {
	g, err := thisGlobal(c, "WebAssembly.Global.valueOf()")
	if err != nil {
		return object.Undefined, err
	}
	return g.value, nil
}

func globalValue(c *object.Call) (object.Value, error) {
	g, err := thisGlobal(c, "get WebAssembly.Global.value")
	if err != nil {
		return object.Undefined, err
	}
	return g.value, nil
}

func globalSetValue(c *object.Call) (object.Value, error) {
	g, err := thisGlobal(c, "set WebAssembly.Global.value")
	if err != nil {
		return object.Undefined, err
	}
	if !g.mutable {
		return object.Undefined, c.Agent.TypeError("set WebAssembly.Global.value: Can't set the value of an immutable global.")
	}
	v, _, err := toType(c.Agent, g.kind, c.Arg(0))
	if err == nil {
		g.value = v
	}
	return object.Undefined, err
}

// https://webassembly.github.io/spec/js-api/#dom-tag-tag
func tagConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	if err := needNew(c, "Tag"); err != nil {
		return object.Undefined, err
	}
	d := c.Arg(0).ObjectOrNil()
	if d == nil {
		return object.Undefined, a.TypeError("WebAssembly.Tag(): Argument 0 must be a tag type")
	}
	list, err := d.Get(a, a.Key("parameters"))
	if err != nil {
		return object.Undefined, err
	}
	if !list.IsObject() {
		return object.Undefined, a.TypeError("WebAssembly.Tag(): Argument 0 must be a tag type with 'parameters'")
	}
	names, err := object.CreateListFromArrayLike(a, list)
	if err != nil {
		return object.Undefined, err
	}
	t := &tag{}
	for i, n := range names {
		text, err := object.ToString(a, n)
		if err != nil {
			return object.Undefined, err
		}
		if _, known, _ := toType(a, text.String(), object.Undefined); !known {
			return object.Undefined, a.TypeError("WebAssembly.Tag(): Argument 0 parameter type at index #%d must be a value type", i)
		}
		t.parameters = append(t.parameters, text.String())
	}
	o, err := object.OrdinaryCreateFromConstructor(a, c.NewTarget, intrinsicTagPrototype, classTag, unsafe.Pointer(t))
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), nil
}

// https://webassembly.github.io/spec/js-api/#dom-exception-exception
func exceptionConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	if err := needNew(c, "Exception"); err != nil {
		return object.Undefined, err
	}
	t := object.PayloadOf[tag](c.Arg(0), classTag)
	if t == nil {
		return object.Undefined, a.TypeError("WebAssembly.Exception(): Argument 0 must be a WebAssembly tag")
	}
	values, err := object.IterableToList(a, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	if len(values) != len(t.parameters) {
		return object.Undefined, a.TypeError("WebAssembly.Exception(): Number of exception values does not match signature length")
	}
	e := &exception{tag: t}
	for i, v := range values {
		x, _, err := toType(a, t.parameters[i], v)
		if err != nil {
			return object.Undefined, err
		}
		e.values = append(e.values, x)
	}
	o, err := object.OrdinaryCreateFromConstructor(a, c.NewTarget, intrinsicExceptionPrototype, classException, unsafe.Pointer(e))
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), nil
}

// exceptionAndTag returns the receiver and argument 0 of Exception's methods.
func exceptionAndTag(c *object.Call, what string) (*exception, *tag, error) {
	e := object.PayloadOf[exception](c.This, classException)
	if e == nil {
		return nil, nil, incompatible(c, "Exception."+what+"()", "Exception")
	}
	t := object.PayloadOf[tag](c.Arg(0), classTag)
	if t == nil {
		return nil, nil, c.Agent.TypeError("WebAssembly.Exception.%s(): Argument 0 must be a WebAssembly tag", what)
	}
	return e, t, nil
}

// https://webassembly.github.io/spec/js-api/#dom-exception-is
func exceptionIs(c *object.Call) (object.Value, error) {
	e, t, err := exceptionAndTag(c, "is")
	if err != nil {
		return object.Undefined, err
	}
	return object.Bool(e.tag == t), nil
}

// https://webassembly.github.io/spec/js-api/#dom-exception-getarg
func exceptionGetArg(c *object.Call) (object.Value, error) {
	e, t, err := exceptionAndTag(c, "getArg")
	if err != nil {
		return object.Undefined, err
	}
	i, err := object.ToNumber(c.Agent, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	if e.tag != t {
		return object.Undefined, c.Agent.TypeError("WebAssembly.Exception.getArg(): First argument does not match the exception tag")
	}
	if !(i >= 0 && i < float64(len(e.values))) {
		return object.Undefined, c.Agent.TypeError("WebAssembly.Exception.getArg(): Index must be convertible to a valid number")
	}
	return e.values[int(i)], nil
}
