package fundamental

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

func init() {
	poison := func(name string) object.Prop {
		return object.Prop{Name: name, Ref: object.IntrinsicThrowTypeError, Attrs: object.AttrConfigurable | object.AttrAccessor}
	}
	object.DefineIntrinsic(object.IntrinsicFunctionPrototype, object.Spec{
		Fn: functionPrototype, Proto: object.IntrinsicObjectPrototype,
		Props: []object.Prop{
			poison("arguments"), // 10.2.4 AddRestrictedFunctionProperties
			poison("caller"),
			object.Ref("constructor", object.IntrinsicFunction),
			object.MethodMagic("apply", 2, functionPrototypeApply, object.MagicApply),
			object.Method("bind", 1, functionPrototypeBind),
			object.MethodMagic("call", 1, functionPrototypeCall, object.MagicCall),
			object.Method("toString", 0, functionPrototypeToString),
			{Symbol: object.SymbolHasInstance, Fn: functionPrototypeHasInstance, Length: 1, Magic: object.MagicHasInstance},
		},
	})
}

// 20.2.3 Function.prototype is itself a function, https://tc39.es/ecma262/#sec-properties-of-the-function-prototype-object
func functionPrototype(c *object.Call) (object.Value, error) { return object.Undefined, nil }

// 20.2.3.1 Function.prototype.apply ( thisArg, argArray ), https://tc39.es/ecma262/#sec-function.prototype.apply
func functionPrototypeApply(c *object.Call) (object.Value, error) {
	if !object.IsCallable(c.This) {
		return object.Undefined, c.Agent.NotCallable(c.This)
	}
	if c.Arg(1).IsNullish() {
		return c.Agent.Call(c.This, c.Arg(0))
	}
	args, err := object.CreateListFromArrayLike(c.Agent, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	return c.Agent.Call(c.This, c.Arg(0), args...)
}

// 20.2.3.2 Function.prototype.bind ( thisArg, ...args ), https://tc39.es/ecma262/#sec-function.prototype.bind
func functionPrototypeBind(c *object.Call) (object.Value, error) {
	a := c.Agent
	if !object.IsCallable(c.This) {
		return object.Undefined, a.TypeError("Bind must be called on a function")
	}
	target := c.This.AsObject()
	args := c.Args(1)
	f, err := object.BoundFunctionCreate(a, target, c.Arg(0), args)
	if err != nil {
		return object.Undefined, err
	}
	length, err := object.CopiedLength(a, target, len(args))
	if err != nil {
		return object.Undefined, err
	}
	if err := object.SetFunctionLength(a, f, length); err != nil {
		return object.Undefined, err
	}
	name, err := target.Get(a, a.NameKey(object.NameName))
	if err != nil {
		return object.Undefined, err
	}
	text := jstring.Empty
	if name.IsString() {
		text = name.AsString()
	}
	if text.Len() > jstring.MaxLength-len("bound ") {
		return object.Undefined, a.RangeError("Invalid string length")
	}
	text = jstring.Concat(textBound, text)
	return object.Obj(f), f.DefineValue(a, a.NameKey(object.NameName), object.Str(text), object.AttrConfigurable)
}

var textBound = sharedText("bound ")

// 20.2.3.3 Function.prototype.call ( thisArg, ...args ), https://tc39.es/ecma262/#sec-function.prototype.call
func functionPrototypeCall(c *object.Call) (object.Value, error) {
	if !object.IsCallable(c.This) {
		return object.Undefined, c.Agent.NotCallable(c.This)
	}
	return c.Agent.Call(c.This, c.Arg(0), c.Args(1)...)
}

// 20.2.3.5 Function.prototype.toString ( ), https://tc39.es/ecma262/#sec-function.prototype.tostring
func functionPrototypeToString(c *object.Call) (object.Value, error) {
	if !object.IsCallable(c.This) {
		return object.Undefined, c.Agent.TypeError("Function.prototype.toString requires that 'this' be a Function")
	}
	f := c.This.AsObject()
	switch f.Kind() {
	case object.KindClosure:
		return object.Str(object.FunctionTextHook(f)), nil
	case object.KindNative:
		var b jstring.Builder
		b.ASCII("function ")
		nativePropertyName(&b, object.Payload[object.Native](f).Name.AsString())
		b.ASCII("() { [native code] }")
		return object.Str(b.String()), nil
	}
	return object.StrGo("function () { [native code] }"), nil
}

// nativePropertyName writes a function's name so that the text has the syntax
// of a NativeFunction: what is no PropertyName ($& of the RegExp constructor) is
// written as a computed one.
func nativePropertyName(b *jstring.Builder, name *jstring.String) {
	from := 0
	for _, accessor := range []string{"get ", "set "} {
		if p := jstring.FromGo(accessor); jstring.HasAt(name, p, 0) {
			from = p.Len()
		}
	}
	b.Part(name, 0, from)
	if !needsQuotes(name, from) {
		b.Part(name, from, name.Len())
		return
	}
	b.ASCII(`["`)
	b.Part(name, from, name.Len())
	b.ASCII(`"]`)
}

// needsQuotes reports whether name from an index on is neither empty, nor an
// identifier of ASCII characters, nor a symbol's name in brackets.
func needsQuotes(name *jstring.String, from int) bool {
	for i := from; i < name.Len(); i++ {
		c := name.At(i)
		switch {
		case c == '[' && i == from:
			return false
		case c|0x20 >= 'a' && c|0x20 <= 'z', c == '$', c == '_', c >= '0' && c <= '9' && i > from:
		default:
			return true
		}
	}
	return false
}

// 20.2.3.6 Function.prototype [ %Symbol.hasInstance% ] ( V ), https://tc39.es/ecma262/#sec-function.prototype-%symbol.hasinstance%
func functionPrototypeHasInstance(c *object.Call) (object.Value, error) {
	is, err := object.OrdinaryHasInstance(c.Agent, c.This, c.Arg(0))
	return object.Bool(is), err
}
