package object

import (
	"github.com/burrowjs/burrow/internal/jstring"
)

// Renderings of values in messages. They never run script: only data
// properties that lie open are looked at.

// FunctionTextHook returns the source text of a closure; set by interp.
var FunctionTextHook func(f *Object) *jstring.String

// ClosureRealmHook returns the [[Realm]] of a closure; set by interp.
var ClosureRealmHook func(f *Object) *Realm

// keyText returns a property key as messages show it.
func keyText(k PropertyKey) string {
	if k.kind == keySymbol {
		return symbolText(k.Symbol())
	}
	return k.String().String()
}

// KeyText returns a property key as messages show it: Symbol(description) for symbols.
func KeyText(k PropertyKey) string { return keyText(k) }

func symbolText(s *Symbol) string {
	if s.Description == nil {
		return "Symbol()"
	}
	return "Symbol(" + s.Description.String() + ")"
}

// maxDescribed bounds how much of a text goes into a message.
const maxDescribed = 1 << 16

func clippedText(s *jstring.String) string {
	if s.Len() > maxDescribed {
		return s.Substring(0, maxDescribed).String() + "..."
	}
	return s.String()
}

// primitiveText returns the text of a value that is not an object.
func primitiveText(v Value) string {
	switch {
	case v.IsString():
		return clippedText(v.AsString())
	case v.IsNumber():
		return NumberToString(v.AsNumber()).String()
	case v.IsBool():
		if v.AsBool() {
			return "true"
		}
		return "false"
	case v.IsNull():
		return "null"
	case v.IsSymbol():
		return symbolText(v.AsSymbol())
	case v.IsBigInt():
		if b := v.AsBigInt(); b.BitLen() <= 4*maxDescribed {
			return b.String()
		}
		return "(large BigInt)"
	}
	return "undefined"
}

// Describe returns v as messages show it: #<Object>, [object Array], the text
// of functions and errors, and primitives as ToString has them.
func (a *Agent) Describe(v Value) string {
	o := v.ObjectOrNil()
	if o == nil {
		return primitiveText(v)
	}
	for o.shape.class == ClassProxy && (*ProxyData)(o.ext).Target != nil {
		o = (*ProxyData)(o.ext).Target
	}
	if o.Kind() == KindClosure && FunctionTextHook != nil {
		return clippedText(FunctionTextHook(o))
	}
	if o.Kind() == KindNative {
		return "function " + primitiveText((*Native)(o.ext).Name) + "() { [native code] }"
	}
	if o.shape.class == ClassBoundFunction {
		return "function () { [native code] }"
	}
	if o.shape.class == ClassError {
		return errorText(a.quietGet(o, a.NameKey(NameName)), a.quietGet(o, a.NameKey(NameMessage)))
	}
	toString := a.quietGet(o, a.NameKey(NameToString))
	if isSpecMethod(IntrinsicObjectPrototype, "toString", toString, nil) {
		if name := a.ConstructorName(o); name != "" {
			return "#<" + name + ">"
		}
	}
	tag := o.shape.class.Name
	if o.Kind() == KindTypedArray {
		tag = (*TypedArrayData)(o.ext).Type.Name()
	}
	if t := a.quietGet(o, SymbolKey(SymbolToStringTag)); t.IsString() {
		tag = clippedText(t.AsString())
	}
	return "[object " + tag + "]"
}

// ConstructorName returns the name of the function in o's constructor property,
// or "" if that cannot be told without running script.
func (a *Agent) ConstructorName(o *Object) string {
	c := a.quietGet(o, a.NameKey(NameConstructor))
	if !IsCallable(c) {
		return ""
	}
	if name := a.quietGet(c.AsObject(), a.NameKey(NameName)); name.IsString() {
		return clippedText(name.AsString())
	}
	return ""
}

// TagOf returns the value of o's %Symbol.toStringTag%, or "" if there is none or it
// takes script to tell.
func (a *Agent) TagOf(o *Object) string {
	if t := a.quietGet(o, SymbolKey(SymbolToStringTag)); t.IsString() {
		return clippedText(t.AsString())
	}
	return ""
}

// quietGet is [[Get]] as far as it takes no script: it stops at proxies, and
// accessors read as undefined.
func (a *Agent) quietGet(o *Object, k PropertyKey) Value {
	for p, n := o, 0; p != nil && n < 10000; p, n = p.shape.proto, n+1 {
		if p.shape.class.GetPrototypeOf != nil {
			return Undefined
		}
		if _, v, attrs, ok := p.ownSlot(a, k); ok {
			if attrs&AttrAccessor != 0 {
				return Undefined
			}
			return v
		}
	}
	return Undefined
}

func errorText(name, message Value) string {
	n, m := "Error", ""
	if !name.IsUndefined() && !name.IsObject() {
		n = primitiveText(name)
	}
	if !message.IsUndefined() && !message.IsObject() {
		m = primitiveText(message)
	}
	switch {
	case n == "":
		return m
	case m == "":
		return n
	}
	return n + ": " + m
}

// DescribeOperand names a value that the message cannot show as source text:
// its type, and the value of most primitives.
func (a *Agent) DescribeOperand(v Value) string {
	t := TypeOf(v).String()
	switch {
	case v.IsString():
		return t + ` "` + clippedText(v.AsString()) + `"`
	case v.IsNull(), v.IsBool(), v.IsNumber():
		return t + " " + primitiveText(v)
	}
	return t
}

// DescribeException returns the text of a thrown value for Go programs: the
// stack of an error if it has been rendered, else its name and message. It
// needs no agent, and looks properties up by their text.
func DescribeException(v Value) string {
	o := v.ObjectOrNil()
	if o == nil {
		return primitiveText(v)
	}
	if stack := openText(o, "stack"); stack.IsString() && stack.AsString().Len() > 0 {
		return clippedText(stack.AsString())
	}
	name, message := openText(o, "name"), openText(o, "message")
	if o.shape.class == ClassError || name.IsString() && message.IsString() {
		return errorText(name, message)
	}
	if o.IsCallable() {
		return "[object Function]"
	}
	return "[object " + o.shape.class.Name + "]"
}

// openText returns a data property that lies open on o or its prototypes.
func openText(o *Object, name string) Value {
	for p, n := o, 0; p != nil && n < 100; p, n = p.shape.proto, n+1 {
		for _, e := range p.shape.props() {
			if e.key.kind != keyString || !e.key.Atom().EqualGo(name) {
				continue
			}
			v := *p.slotAt(e.slot)
			switch {
			case e.attrs&AttrAccessor != 0:
				return Undefined
			case !v.IsInternal():
				return v
			case v.bits&0xFF == internalLazy:
				if prop := lazyProp(v); prop.Fn == nil && prop.Ref == NoIntrinsic && prop.Alias == "" && prop.Make == nil {
					return prop.Value
				}
			}
			return Undefined
		}
	}
	return Undefined
}

// NotCallableHook makes the error for a call of v by the current instruction of
// the running script; set by interp.
var NotCallableHook func(a *Agent, v Value) error

// NotCallable is the TypeError for a built-in that was to call its this value v: V8
// blames the expression that was called.
func (a *Agent) NotCallable(v Value) error {
	if NotCallableHook == nil {
		return a.TypeError("%s is not a function", a.Describe(v))
	}
	return NotCallableHook(a, v)
}
