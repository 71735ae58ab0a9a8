package object

import "unsafe"

// PrimitiveData is the payload of the wrapper objects of primitives:
// [[BooleanData]], [[NumberData]], [[SymbolData]], [[BigIntData]] and
// [[StringData]], told apart by the class.
type PrimitiveData struct{ Value Value }

// The classes of wrapper objects; that of strings is exotic (string_object.go).
var (
	ClassBoolean = wrapperClass("Boolean")
	ClassNumber  = wrapperClass("Number")
	ClassSymbol  = wrapperClass("Symbol")
	ClassBigInt  = wrapperClass("BigInt")
)

func wrapperClass(name string) *Class {
	return &Class{Name: name, Kind: KindOther,
		Trace: func(o *Object, v Visitor) { v.Value((*PrimitiveData)(o.ext).Value) },
		Size:  func(o *Object) int { return int(unsafe.Sizeof(PrimitiveData{})) },
	}
}

// NewWrapper returns the object that wraps the primitive v, which is not nullish.
func (a *Agent) NewWrapper(v Value, proto *Object) *Object {
	class := ClassNumber
	switch {
	case v.IsString():
		class = ClassString
	case v.IsBool():
		class = ClassBoolean
	case v.IsSymbol():
		class = ClassSymbol
	case v.IsBigInt():
		class = ClassBigInt
	}
	return New(a, class, proto, &PrimitiveData{v.Clean()})
}
