package vmapi_test

import (
	"fmt"
	"strings"

	"github.com/burrowjs/burrow/vmapi"
)

// eval runs a text in the main context; the examples show what goes well.
func eval(vm *vmapi.VM, text string) vmapi.Value {
	v, err := vmapi.RunInContext(text, vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{})
	if err != nil {
		panic(err)
	}
	return v
}

// do enters the VM, for what needs a Call.
func do(vm *vmapi.VM, f func(c *vmapi.Call) error) {
	if _, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, f(c) }); err != nil {
		fmt.Println(err)
	}
}

// Primitives become Go values with Export; objects stay what they are and are
// read with Get, Set and Call.
func ExampleValue() {
	vm := vmapi.New(vmapi.Options{})
	fmt.Println(eval(vm, "6 * 7").Export(), eval(vm, "'a' + 1").Export(), eval(vm, "1n << 70n").Export(), eval(vm, "undefined").Export())

	point := eval(vm, "({ x: 3, add(n) { return this.x += n } })")
	if err := point.Set("x", 10); err != nil {
		fmt.Println(err)
	}
	add, _ := point.Get("add")
	sum, err := add.Call(point, 5)
	fmt.Println(sum, err, point.IsObject(), add.IsFunction(), point)
	_, err = point.Call(nil)
	fmt.Println(err)

	three, _ := vm.ToValue(3)
	fmt.Println(three.Same(eval(vm, "1 + 2")), vm.Null().IsNull(), vmapi.Value{}.IsUndefined(), vm.NewObject().Bool())
	// Output:
	// 42 a1 1180591620717411303424 <nil>
	// 15 <nil> true true #<Object>
	// vmapi: #<Object> is not a function
	// true true true true
}

// A printer looks at values without running any script.
func ExampleValue_Class() {
	vm := vmapi.New(vmapi.Options{})
	for _, text := range []string{
		"true", "1.5", "'text'", "Symbol('s')", "2n", "null", "[1, 2]", "new Error('e')", "class A {}", "async (x) => x", "function* g() {}",
		"new Proxy([], {})", "Promise.resolve(7)", "new Map([[1, 'one']])", "new Uint8Array([1, 2])", "new Number(3)", "Object.prototype", "new (class Point {})",
	} {
		v := eval(vm, "("+text+")")
		var notes []string
		note := func(name string, ok bool) {
			if ok {
				notes = append(notes, name)
			}
		}
		note("bool", v.IsBool())
		note("number", v.IsNumber())
		note("string", v.IsString())
		note("symbol", v.IsSymbol())
		note("bigint", v.IsBigInt())
		note("nullish", v.IsNullish())
		note("array", v.IsArray())
		note("error", v.IsError())
		note("class", v.IsClass())
		note("constructor", v.IsConstructor())
		note("arrow", v.IsArrow())
		note("an Object.prototype", v.IsObjectPrototype())
		async, generator := v.FunctionKind()
		note("async", async)
		note("generator", generator)
		if target, handler, ok := v.ProxyParts(); ok {
			notes = append(notes, target.Class()+" behind "+handler.Class())
		}
		if state, result, ok := v.PromiseState(); ok {
			notes = append(notes, state+" with "+result.String())
		}
		if keys, values, ok := v.Entries(); ok {
			notes = append(notes, fmt.Sprint(keys, values))
		}
		if bytes, ok := v.Bytes(); ok {
			notes = append(notes, fmt.Sprint(bytes))
		}
		if p, ok := v.Primitive(); ok {
			notes = append(notes, "of "+p.String())
		}
		if v.Len() > 0 {
			notes = append(notes, fmt.Sprint("length ", v.Len()))
		}
		fmt.Printf("%s: %s %s %s: %s\n", text, v.TypeOf(), v.Class(), v.ConstructorName(), strings.Join(notes, ", "))
	}
	// Output:
	// true: boolean  : bool
	// 1.5: number  : number
	// 'text': string  : string
	// Symbol('s'): symbol  : symbol
	// 2n: bigint  : bigint
	// null: object  : nullish
	// [1, 2]: object Array Array: array, length 2
	// new Error('e'): object Error Error: error
	// class A {}: function Function Function: class, constructor
	// async (x) => x: function Function AsyncFunction: arrow, async
	// function* g() {}: function Function GeneratorFunction: generator
	// new Proxy([], {}): object Proxy : Array behind Object
	// Promise.resolve(7): object Promise Promise: fulfilled with 7
	// new Map([[1, 'one']]): object Map Map: [1] [one]
	// new Uint8Array([1, 2]): object Uint8Array Uint8Array: [1 2], length 2
	// new Number(3): object Number Number: of 3
	// Object.prototype: object Object Object: an Object.prototype
	// new (class Point {}): object Object Point:
}

// Text is for strings as Go has them, Units for all that JavaScript's may hold.
func ExampleValue_Units() {
	vm := vmapi.New(vmapi.Options{})
	s := eval(vm, `'a\ud800'`)
	fmt.Printf("%q %x\n", s.Text(), s.Units())
	f := eval(vm, "(function (a) { return a })")
	fmt.Println(f.FunctionText(), eval(vm, "2.5").Number())
	// Output:
	// "a�" [61 d800]
	// function (a) { return a } 2.5
}

// The methods of a Call do what script does with objects.
func ExampleCall() {
	vm := vmapi.New(vmapi.Options{})
	show := func(c *vmapi.Call) error {
		o := c.NewObject()
		if err := c.Set(o, "a", 1); err != nil {
			return err
		}
		if err := c.Define(o, c.Key("fixed"), 2, vmapi.Enumerable); err != nil {
			return err
		}
		get := c.NewFunction("get", 0, func(c *vmapi.Call) (vmapi.Value, error) { return c.Get(c.This(), "a") })
		if err := c.DefineAccessor(o, c.Key("twin"), get, vmapi.Value{}, vmapi.Hidden); err != nil {
			return err
		}
		tag := c.Symbol("toStringTag")
		key, err := c.KeyOf(tag)
		if err != nil {
			return err
		}
		if err := c.SetKey(o, key, "Mine"); err != nil {
			return err
		}
		if err := c.SetKey(o, c.Key("7"), "seven"); err != nil {
			return err
		}
		keys, err := c.OwnKeys(o)
		if err != nil {
			return err
		}
		for _, k := range keys {
			p, found, err := c.OwnProperty(o, k)
			if err != nil {
				return err
			}
			v, err := c.GetKey(o, k)
			if err != nil {
				return err
			}
			index := int64(-1)
			if k.IsIndex() {
				index = int64(k.Index())
			}
			fmt.Println(k, k.IsSymbol(), index, k.Value().TypeOf(), found, p.Accessor, p.Attributes&vmapi.Writable != 0, v)
		}
		deleted, err := c.Delete(o, c.Key("fixed"))
		if err != nil {
			return err
		}
		has, err := c.Has(o, c.Key("toString"))
		if err != nil {
			return err
		}
		text, err := c.ToString(o)
		fmt.Println(deleted, has, text)
		return err
	}
	_, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, show(c) })
	fmt.Println(err)
	// Output:
	// 7 false 7 string true false true seven
	// a false -1 string true false true 1
	// fixed false -1 string true false false 2
	// twin false -1 string true true false 1
	// Symbol(Symbol.toStringTag) true -1 symbol true false true Mine
	// false true [object Mine]
	// <nil>
}

// Arrays, bytes, symbols, prototypes, and built-ins by name.
func ExampleCall_NewArray() {
	vm := vmapi.New(vmapi.Options{})
	do(vm, func(c *vmapi.Call) error {
		one, err := vm.ToValue(1)
		if err != nil {
			return err
		}
		list := c.NewArray(one, one, c.NewObject())
		n, err := c.Length(list)
		if err != nil {
			return err
		}
		last, err := c.Index(list, n-1)
		if err != nil {
			return err
		}
		joined, err := c.CallMethod(list, "join", "-")
		if err != nil {
			return err
		}
		date, err := c.Global("Date")
		if err != nil {
			return err
		}
		epoch, err := c.New(date, 0)
		if err != nil {
			return err
		}
		ms, err := c.ToNumber(epoch)
		if err != nil {
			return err
		}
		bare := c.NewObjectWith(c.VM().Null())
		if err := c.SetPrototype(bare, list); err != nil {
			return err
		}
		proto, err := c.Prototype(bare)
		if err != nil {
			return err
		}
		max, err := c.Global("Math")
		if err != nil {
			return err
		}
		f, err := c.Get(max, "max")
		if err != nil {
			return err
		}
		most, err := c.Call(f, nil, 3, 9, 4)
		fmt.Println(n, last, joined, ms, proto.Same(list), most, c.NewBytes([]byte("ab")).Len())
		fmt.Println(c.SymbolFor("a").Same(c.SymbolFor("a")), c.NewSymbol("a").Same(c.NewSymbol("a")))
		return err
	})
	// Output:
	// 3 #<Object> 1-1-[object Object] 0 true 9 2
	// true false
}
