package vmapi

import (
	"fmt"
	"math/big"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// Value is a JavaScript value of one VM. The zero Value is undefined.
// Primitives may be kept and read at any time; methods that may run script
// enter the VM.
type Value struct {
	vm *VM
	v  object.Value
}

func (x Value) value() object.Value {
	if x.vm == nil {
		return object.Undefined
	}
	return x.v
}

// in returns x as a value of vm.
func (x Value) in(vm *VM) (object.Value, error) {
	if x.vm != nil && x.vm != vm {
		return object.Undefined, ErrOtherVM
	}
	return x.value(), nil
}

// mustBeIn is in for methods without an error result: they panic.
func (x Value) mustBeIn(vm *VM) object.Value {
	v, err := x.in(vm)
	if err != nil {
		panic(err)
	}
	return v
}

// IsUndefined reports whether x is undefined.
func (x Value) IsUndefined() bool { return x.value().IsUndefined() }

// IsNull reports whether x is null.
func (x Value) IsNull() bool { return x.value().IsNull() }

// IsObject reports whether x is an object.
func (x Value) IsObject() bool { return x.value().IsObject() }

// IsFunction reports whether x can be called.
func (x Value) IsFunction() bool { return object.IsCallable(x.value()) }

// Export converts x to a Go value without running script: nil for undefined
// and null, bool, float64, string, *big.Int, and x itself for symbols and objects.
func (x Value) Export() any {
	v := x.value()
	switch {
	case v.IsNullish():
		return nil
	case v.IsBool():
		return v.AsBool()
	case v.IsNumber():
		return v.AsNumber()
	case v.IsString():
		return v.AsString().String()
	case v.IsBigInt():
		return new(big.Int).Set(v.AsBigInt())
	}
	return x
}

// String returns a rendering for people, without running script.
func (x Value) String() string {
	if x.vm == nil {
		return "undefined"
	}
	return x.vm.agent.Describe(x.v)
}

// Get reads a property; it may run script.
func (x Value) Get(name string) (Value, error) {
	if x.vm == nil {
		return Value{}, fmt.Errorf("vmapi: property %q of undefined", name)
	}
	return x.vm.enter(x.vm.main.realm, func() (object.Value, error) {
		return object.GetV(x.vm.agent, x.v, x.vm.agent.Key(name))
	})
}

// Set writes a property, as an assignment in strict code does; it may run script.
func (x Value) Set(name string, v any) error {
	if !x.IsObject() {
		return fmt.Errorf("vmapi: property %q set on a value that is not an object", name)
	}
	_, err := x.vm.enter(x.vm.main.realm, func() (object.Value, error) {
		y, err := x.vm.toValue(v)
		if err != nil {
			return object.Undefined, err
		}
		return object.Undefined, x.v.AsObject().Set(x.vm.agent, x.vm.agent.Key(name), y, true)
	})
	return err
}

// Call calls x as a function.
func (x Value) Call(this any, args ...any) (Value, error) {
	if !x.IsFunction() {
		return Value{}, fmt.Errorf("vmapi: %s is not a function", x)
	}
	return x.vm.enter(x.vm.main.realm, func() (object.Value, error) {
		t, err := x.vm.toValue(this)
		if err != nil {
			return object.Undefined, err
		}
		list, err := x.vm.toValues(args)
		if err != nil {
			return object.Undefined, err
		}
		return x.vm.agent.Call(x.v, t, list...)
	})
}

func (vm *VM) toValues(args []any) ([]object.Value, error) {
	list := make([]object.Value, len(args))
	for i, a := range args {
		var err error
		if list[i], err = vm.toValue(a); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// NewObject returns an empty object of the main context.
func (vm *VM) NewObject() Value {
	return Value{vm, object.Obj(vm.agent.NewObject(vm.main.realm.Intrinsic(object.IntrinsicObjectPrototype)))}
}

// Null returns the value null.
func (vm *VM) Null() Value { return Value{vm, object.Null} }

// ToValue converts a Go value: nil (undefined), bool, the integer and float
// types, string, *big.Int, Value of the same VM.
func (vm *VM) ToValue(v any) (Value, error) {
	x, err := vm.toValue(v)
	return Value{vm, x}, err
}

func (vm *VM) toValue(v any) (object.Value, error) {
	switch v := v.(type) {
	case nil:
		return object.Undefined, nil
	case Value:
		return v.in(vm)
	case bool:
		return object.Bool(v), nil
	case int:
		return object.IntN(v), nil
	case int32:
		return object.Int(v), nil
	case int64:
		return object.Number(float64(v)), nil
	case uint32:
		return object.Number(float64(v)), nil
	case uint64:
		return object.Number(float64(v)), nil
	case float32:
		return object.Number(float64(v)), nil
	case float64:
		return object.Number(v), nil
	case string:
		return object.Str(jstring.FromGo(v)), nil
	case *big.Int:
		return object.BigInt(new(big.Int).Set(v)), nil
	}
	return object.Undefined, fmt.Errorf("vmapi: cannot convert %T to a JavaScript value", v)
}
