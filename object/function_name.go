package object

import "github.com/burrowjs/burrow/internal/jstring"

// FunctionName returns the text that SetFunctionName (10.2.9) gives a function:
// "[description]" for symbols, after the prefix and a space if there is one.
func FunctionName(k PropertyKey, prefix string) Value {
	name := k.String()
	if k.kind == keySymbol && k.Symbol().Description != nil {
		var b jstring.Builder
		b.Unit('[')
		b.Str(name)
		b.Unit(']')
		name = b.String()
	}
	if prefix != "" {
		var b jstring.Builder
		b.ASCII(prefix)
		b.Unit(' ')
		b.Str(name)
		name = b.String()
	}
	return Str(name)
}

// SetFunctionName is 10.2.9, https://tc39.es/ecma262/#sec-setfunctionname
func SetFunctionName(a *Agent, f *Object, k PropertyKey, prefix string) error {
	return f.DefineValue(a, a.NameKey(NameName), FunctionName(k, prefix), AttrConfigurable)
}

// SetFunctionLength is 10.2.10, https://tc39.es/ecma262/#sec-setfunctionlength
func SetFunctionLength(a *Agent, f *Object, length float64) error {
	return f.DefineValue(a, a.NameKey(NameLength), Number(length), AttrConfigurable)
}
