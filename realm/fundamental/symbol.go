package fundamental

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

func init() {
	constant := func(name string, s *object.Symbol) object.Prop { return object.Constant(name, object.Sym(s)) }
	object.DefineIntrinsic(object.IntrinsicSymbol, object.Spec{
		Fn: symbolConstructor, Name: "Symbol", Constructor: true,
		Props: []object.Prop{
			object.FixedRef("prototype", object.IntrinsicSymbolPrototype),
			object.Method("for", 1, symbolFor),
			object.Method("keyFor", 1, symbolKeyFor),
			constant("asyncIterator", object.SymbolAsyncIterator),
			constant("hasInstance", object.SymbolHasInstance),
			constant("isConcatSpreadable", object.SymbolIsConcatSpreadable),
			constant("iterator", object.SymbolIterator),
			constant("match", object.SymbolMatch),
			constant("matchAll", object.SymbolMatchAll),
			constant("replace", object.SymbolReplace),
			constant("search", object.SymbolSearch),
			constant("species", object.SymbolSpecies),
			constant("split", object.SymbolSplit),
			constant("toPrimitive", object.SymbolToPrimitive),
			constant("toStringTag", object.SymbolToStringTag),
			constant("unscopables", object.SymbolUnscopables),
			constant("dispose", object.SymbolDispose),
			constant("asyncDispose", object.SymbolAsyncDispose),
		},
	})
	object.DefineIntrinsic(object.IntrinsicSymbolPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicSymbol),
			object.Method("toString", 0, symbolPrototypeToString),
			object.Method("valueOf", 0, symbolPrototypeValueOf),
			object.Getter("description", symbolPrototypeDescription),
			object.ToStringTag("Symbol"),
			{Symbol: object.SymbolToPrimitive, Fn: symbolPrototypeToPrimitive, Length: 1, Attrs: object.AttrConfigurable},
		},
	})
}

// 20.4.1.1 Symbol ( [ description ] ), https://tc39.es/ecma262/#sec-symbol-description
func symbolConstructor(c *object.Call) (object.Value, error) {
	if c.NewTarget != nil {
		return object.Undefined, c.Agent.TypeError("Symbol is not a constructor")
	}
	if c.Arg(0).IsUndefined() {
		return object.Sym(c.Agent.NewSymbol(nil)), nil
	}
	description, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	return object.Sym(c.Agent.NewSymbol(description)), nil
}

// 20.4.2.2 Symbol.for ( key ), https://tc39.es/ecma262/#sec-symbol.for
func symbolFor(c *object.Call) (object.Value, error) {
	key, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if err := c.Agent.Charge(64 + 2*key.Size()); err != nil {
		return object.Undefined, err
	}
	return object.Sym(c.Agent.SymbolFor(key)), nil
}

// 20.4.2.6 Symbol.keyFor ( sym ), https://tc39.es/ecma262/#sec-symbol.keyfor
func symbolKeyFor(c *object.Call) (object.Value, error) {
	v := c.Arg(0)
	if !v.IsSymbol() {
		return object.Undefined, c.Agent.TypeError("%s is not a symbol", c.Agent.Describe(v))
	}
	if s := v.AsSymbol(); s.Registered {
		return object.Str(s.Description), nil
	}
	return object.Undefined, nil
}

// 20.4.3.4.1 ThisSymbolValue ( value ), https://tc39.es/ecma262/#sec-thissymbolvalue
func thisSymbolValue(c *object.Call, method string) (*object.Symbol, error) {
	if c.This.IsSymbol() {
		return c.This.AsSymbol(), nil
	}
	if d := object.PayloadOf[object.PrimitiveData](c.This, object.ClassSymbol); d != nil {
		return d.Value.AsSymbol(), nil
	}
	return nil, c.Agent.TypeError("%s requires that 'this' be a Symbol", method)
}

// 20.4.3.2 get Symbol.prototype.description, https://tc39.es/ecma262/#sec-symbol.prototype.description
func symbolPrototypeDescription(c *object.Call) (object.Value, error) {
	s, err := thisSymbolValue(c, "Symbol.prototype.description")
	if err != nil || s.Description == nil {
		return object.Undefined, err
	}
	return object.Str(s.Description), nil
}

// 20.4.3.3 Symbol.prototype.toString ( ), https://tc39.es/ecma262/#sec-symbol.prototype.tostring
func symbolPrototypeToString(c *object.Call) (object.Value, error) {
	s, err := thisSymbolValue(c, "Symbol.prototype.toString")
	if err != nil {
		return object.Undefined, err
	}
	return symbolDescriptiveString(c.Agent, s)
}

// 20.4.3.3.1 SymbolDescriptiveString ( sym ), https://tc39.es/ecma262/#sec-symboldescriptivestring
func symbolDescriptiveString(a *object.Agent, s *object.Symbol) (object.Value, error) {
	var b jstring.Builder
	b.ASCII("Symbol(")
	if s.Description != nil {
		if err := a.Charge(s.Description.Size()); err != nil {
			return object.Undefined, err
		}
		b.Str(s.Description)
	}
	b.Unit(')')
	if b.Len() > jstring.MaxLength {
		return object.Undefined, a.RangeError("Invalid string length")
	}
	return object.Str(b.String()), nil
}

// 20.4.3.4 Symbol.prototype.valueOf ( ), https://tc39.es/ecma262/#sec-symbol.prototype.valueof
func symbolPrototypeValueOf(c *object.Call) (object.Value, error) {
	s, err := thisSymbolValue(c, "Symbol.prototype.valueOf")
	return object.Sym(s), err
}

// 20.4.3.5 Symbol.prototype [ %Symbol.toPrimitive% ] ( hint ), https://tc39.es/ecma262/#sec-symbol.prototype-%symbol.toprimitive%
func symbolPrototypeToPrimitive(c *object.Call) (object.Value, error) {
	s, err := thisSymbolValue(c, "Symbol.prototype [ @@toPrimitive ]")
	return object.Sym(s), err
}
