package vmapi

import (
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm/keyed"
)

// Questions about values that take no script, for printers and tools.

// IsBool reports whether x is a boolean.
func (x Value) IsBool() bool { return x.value().IsBool() }

// IsNumber reports whether x is a Number.
func (x Value) IsNumber() bool { return x.value().IsNumber() }

// IsString reports whether x is a String.
func (x Value) IsString() bool { return x.value().IsString() }

// IsSymbol reports whether x is a Symbol.
func (x Value) IsSymbol() bool { return x.value().IsSymbol() }

// IsBigInt reports whether x is a BigInt.
func (x Value) IsBigInt() bool { return x.value().IsBigInt() }

// IsNullish reports whether x is undefined or null.
func (x Value) IsNullish() bool { return x.value().IsNullish() }

// Bool is ToBoolean.
func (x Value) Bool() bool { return object.ToBoolean(x.value()) }

// Number returns the value of a Number, 0 for other values.
func (x Value) Number() float64 {
	if v := x.value(); v.IsNumber() {
		return v.AsNumber()
	}
	return 0
}

// Text returns the text of a String as Go text, "" for other values. Lone
// surrogates become U+FFFD.
func (x Value) Text() string {
	if v := x.value(); v.IsString() {
		return v.AsString().String()
	}
	return ""
}

// Units returns the UTF-16 code units of a String.
func (x Value) Units() []uint16 {
	if v := x.value(); v.IsString() {
		return v.AsString().AppendUnits(nil)
	}
	return nil
}

// TypeOf is the operator typeof.
func (x Value) TypeOf() string { return object.TypeOf(x.value()).String() }

// Same reports whether x and y are the same value (SameValue).
func (x Value) Same(y Value) bool { return object.SameValue(x.value(), y.value()) }

// Class returns the name of the kind of built-in object that x is, whatever its
// properties say: "Object", "Array", "Function", "Error", "Map", "Proxy" and
// so on; "" for primitives. Typed arrays have the name of their constructor.
func (x Value) Class() string {
	o := x.value().ObjectOrNil()
	if o == nil {
		return ""
	}
	if t := object.TypedArrayOf(x.v); t != nil {
		return t.Type.Name()
	}
	if o.Class() == object.ClassProxy {
		return "Proxy"
	}
	if o.Class() == object.ClassModuleNamespace {
		return "Module"
	}
	return o.Class().Name
}

// IsArray reports whether x is an array, not looking through proxies.
func (x Value) IsArray() bool {
	o := x.value().ObjectOrNil()
	return o != nil && o.Class() == object.ClassArray
}

// IsError reports whether x is an error object.
func (x Value) IsError() bool {
	o := x.value().ObjectOrNil()
	return o != nil && o.Class() == object.ClassError
}

// IsClass reports whether x is a class constructor.
func (x Value) IsClass() bool {
	o := x.value().ObjectOrNil()
	return o != nil && o.IsClassConstructor()
}

// IsConstructor reports whether new may be applied to x.
func (x Value) IsConstructor() bool { return object.IsConstructor(x.value()) }

// FunctionKind tells apart the functions written in script: async and
// generator functions.
func (x Value) FunctionKind() (async, generator bool) {
	if o := x.value().ObjectOrNil(); o != nil {
		if t := interp.TemplateOf(o); t != nil {
			return t.Flags&bytecode.FlagAsync != 0, t.Flags&bytecode.FlagGenerator != 0
		}
	}
	return false, false
}

// IsArrow reports whether x is an arrow function.
func (x Value) IsArrow() bool {
	if o := x.value().ObjectOrNil(); o != nil {
		if t := interp.TemplateOf(o); t != nil {
			return t.Flags&bytecode.FlagArrow != 0
		}
	}
	return false
}

// ProxyParts returns the target and handler of a proxy; both are null once it
// is revoked.
func (x Value) ProxyParts() (target, handler Value, ok bool) {
	o := x.value().ObjectOrNil()
	if o == nil || o.Class() != object.ClassProxy {
		return Value{}, Value{}, false
	}
	d := object.Payload[object.ProxyData](o)
	return Value{x.vm, object.ObjOrNull(d.Target)}, Value{x.vm, object.ObjOrNull(d.Handler)}, true
}

// PromiseState returns "pending", "fulfilled" or "rejected" and the result of
// a promise.
func (x Value) PromiseState() (state string, result Value, ok bool) {
	p := interp.PromiseOf(x.value())
	if p == nil {
		return "", Value{}, false
	}
	switch p.State {
	case interp.PromiseFulfilled:
		return "fulfilled", Value{x.vm, p.Result}, true
	case interp.PromiseRejected:
		return "rejected", Value{x.vm, p.Result}, true
	}
	return "pending", Value{}, true
}

// MarkHandled keeps a rejected promise from being reported as unhandled.
func (x Value) MarkHandled() {
	if p := interp.PromiseOf(x.value()); p != nil {
		p.IsHandled = true
	}
}

// Entries returns the keys and values of a Map, or the elements of a Set as keys.
func (x Value) Entries() (keys, values []Value, ok bool) {
	o := x.value().ObjectOrNil()
	if o == nil || o.Class() != object.ClassMap && o.Class() != object.ClassSet {
		return nil, nil, false
	}
	c := object.Payload[object.MapData](o).Cursor()
	for {
		k, v, more := c.Next()
		if !more {
			return keys, values, true
		}
		keys, values = append(keys, Value{x.vm, k}), append(values, Value{x.vm, v})
	}
}

// IteratorEntries returns what an iterator of a Map or Set has still to deliver,
// without moving it on: single values, or with pairs set a key and a value in turn.
func (x Value) IteratorEntries() (list []Value, pairs, ok bool) {
	c, kind, isSet, exhausted, ok := keyed.Remaining(x.value())
	if !ok || exhausted {
		return nil, false, ok
	}
	for {
		k, v, more := c.Next()
		if !more {
			return list, kind == object.EnumerateEntries, true
		}
		if isSet {
			v = k
		}
		switch kind {
		case object.EnumerateEntries:
			list = append(list, Value{x.vm, k}, Value{x.vm, v})
		case object.EnumerateKeys:
			list = append(list, Value{x.vm, k})
		default:
			list = append(list, Value{x.vm, v})
		}
	}
}

// Bytes returns the bytes of an ArrayBuffer, or those that a typed array shows.
// They are the buffer's own and valid until it is resized or detached; the
// bytes of shared buffers are copied.
func (x Value) Bytes() ([]byte, bool) {
	if b := object.BufferData(x.value()); b != nil {
		if b.Shared != nil {
			data := make([]byte, b.Shared.Len())
			b.Shared.CopyOut(data, 0)
			return data, true
		}
		return b.Data, true
	}
	if t := object.TypedArrayOf(x.value()); t != nil {
		return t.Bytes(), true
	}
	return nil, false
}

// Primitive returns the primitive inside a wrapper object (new Number(1)).
func (x Value) Primitive() (Value, bool) {
	o := x.value().ObjectOrNil()
	if o == nil {
		return Value{}, false
	}
	if o.Class() == object.ClassString {
		return Value{x.vm, object.Str(o.StringData())}, true
	}
	switch o.Class() {
	case object.ClassNumber, object.ClassBoolean, object.ClassBigInt, object.ClassSymbol:
		return Value{x.vm, object.Payload[object.PrimitiveData](o).Value}, true
	}
	return Value{}, false
}

// Len returns the number of elements of an array or typed array without
// running script.
func (x Value) Len() int {
	o := x.value().ObjectOrNil()
	if o == nil {
		return 0
	}
	if t := object.TypedArrayOf(x.v); t != nil {
		return t.Length()
	}
	if o.IsArrayObject() {
		return int(o.Elements().Len)
	}
	return 0
}

// ConstructorName returns the name in x.constructor, "" if that cannot be told
// without running script.
func (x Value) ConstructorName() string {
	if o := x.value().ObjectOrNil(); o != nil {
		return x.vm.agent.ConstructorName(o)
	}
	return ""
}

// FunctionText returns the source text of a function written in script.
func (x Value) FunctionText() string {
	if o := x.value().ObjectOrNil(); o != nil && interp.TemplateOf(o) != nil {
		return object.FunctionTextHook(o).String()
	}
	return ""
}

// Symbol returns a well-known symbol by the name it has in Symbol
// ("toStringTag"), undefined if there is none.
func (c *Call) Symbol(name string) Value {
	ctor := c.vm.main.realm.Intrinsic(object.IntrinsicSymbol)
	d, ok := object.OrdinaryGetOwnProperty(c.vm.agent, ctor, c.vm.agent.Key(name))
	if !ok {
		return Value{}
	}
	return c.value(d.Value)
}

// isIntrinsic reports whether x is that intrinsic of some realm.
func (x Value) isIntrinsic(id object.Intrinsic) bool {
	o := x.value().ObjectOrNil()
	if o == nil {
		return false
	}
	for _, r := range x.vm.agent.Realms() {
		if r.Intrinsic(id) == o {
			return true
		}
	}
	return false
}

// IsObjectPrototype reports whether x is the Object.prototype of some context.
func (x Value) IsObjectPrototype() bool { return x.isIntrinsic(object.IntrinsicObjectPrototype) }
