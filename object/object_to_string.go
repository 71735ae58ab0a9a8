package object

import "github.com/burrowjs/burrow/internal/jstring"

// classTags are the classes whose name is their builtinTag (20.1.3.6, steps 5 to 13).
var classTags = map[string]*jstring.String{}

var (
	textTagUndefined = sharedText("[object Undefined]")
	textTagNull      = sharedText("[object Null]")
	textTagArray     = sharedText("[object Array]")
	textTagFunction  = sharedText("[object Function]")
	textTagObject    = sharedText("[object Object]")
)

func init() {
	for _, name := range []string{"Arguments", "Error", "Boolean", "Number", "String", "Date", "RegExp"} {
		classTags[name] = sharedText("[object " + name + "]")
	}
}

// ObjectToString is 20.1.3.6 Object.prototype.toString ( ), https://tc39.es/ecma262/#sec-prototype.tostring
func ObjectToString(a *Agent, v Value) (Value, error) {
	switch {
	case v.IsUndefined():
		return Str(textTagUndefined), nil
	case v.IsNull():
		return Str(textTagNull), nil
	}
	o, err := ToObject(a, v)
	if err != nil {
		return Undefined, err
	}
	isArray, err := IsArray(a, Obj(o))
	if err != nil {
		return Undefined, err
	}
	tag, err := o.Get(a, SymbolKey(SymbolToStringTag))
	if err != nil {
		return Undefined, err
	}
	if tag.IsString() {
		if err := a.Charge(tag.AsString().Len() + 16); err != nil {
			return Undefined, err
		}
		var b jstring.Builder
		b.ASCII("[object ")
		b.Str(tag.AsString())
		b.Unit(']')
		if b.Len() > jstring.MaxLength {
			return Undefined, a.RangeError("Invalid string length")
		}
		return Str(b.String()), nil
	}
	switch {
	case isArray:
		return Str(textTagArray), nil
	case o.IsCallable():
		return Str(textTagFunction), nil
	}
	if f := o.Class().BuiltinTag; f != nil {
		return StrGo("[object " + f(a, o) + "]"), nil
	}
	if text := classTags[o.Class().Name]; text != nil {
		return Str(text), nil
	}
	return Str(textTagObject), nil
}
