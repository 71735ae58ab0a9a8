package webassembly

import (
	"math"
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

var (
	intrinsicTable          = object.DeclareIntrinsic("WebAssembly.Table")
	intrinsicTablePrototype = object.DeclareIntrinsic("WebAssembly.Table.prototype")
	classTable              = &object.Class{Name: "WebAssembly.Table", Kind: object.KindOther}
)

const maxElements = 10_000_000

type table struct {
	functions bool // element: "anyfunc"
	maximum   int64
	elements  []object.Value
}

func init() {
	classTable.Trace = func(o *object.Object, v object.Visitor) {
		for _, e := range object.Payload[table](o).elements {
			v.Value(e)
		}
	}
	defineClass("Table", 1, intrinsicTable, intrinsicTablePrototype, tableConstructor, nil, []object.Prop{
		attribute("length", tableLength, nil), enumerable("grow", 1, tableGrow), enumerable("set", 1, tableSet), enumerable("get", 1, tableGet),
	})
}

// element checks what goes into a table; present is false for the default.
func (t *table) element(c *object.Call, what string, argument int, present bool) (object.Value, error) {
	v := c.Arg(argument)
	if !t.functions {
		return v.Clean(), nil
	}
	if !present || v.IsNull() {
		return object.Null, nil
	}
	return v, c.Agent.TypeError("WebAssembly.Table%s: Argument %d is invalid for table: function-typed object must be null (if nullable) or a Wasm function object", what, argument)
}

// https://webassembly.github.io/spec/js-api/#dom-table-table
func tableConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	if err := needNew(c, "Table"); err != nil {
		return object.Undefined, err
	}
	d := c.Arg(0).ObjectOrNil()
	if d == nil {
		return object.Undefined, a.TypeError("WebAssembly.Table(): Argument 0 must be a table descriptor")
	}
	kind, err := d.Get(a, a.Key("element"))
	if err != nil {
		return object.Undefined, err
	}
	text, err := object.ToString(a, kind)
	if err != nil {
		return object.Undefined, err
	}
	t := &table{maximum: maxElements, functions: text.String() == "anyfunc"}
	if !t.functions && text.String() != "externref" {
		return object.Undefined, a.TypeError("WebAssembly.Table(): Descriptor property 'element' must be a WebAssembly reference type")
	}
	initial, _, err := limit(c, "Table()", d, "initial", 0, maxElements, true)
	if err != nil {
		return object.Undefined, err
	}
	maximum, bounded, err := limit(c, "Table()", d, "maximum", initial, math.MaxUint32, false)
	if err != nil {
		return object.Undefined, err
	}
	if bounded {
		t.maximum = min(maximum, maxElements)
	}
	fill, err := t.element(c, "()", 1, c.ArgCount() > 1 && !c.Arg(1).IsUndefined())
	if err != nil {
		return object.Undefined, err
	}
	if err := t.grow(a, initial, fill); err != nil {
		return object.Undefined, err
	}
	o, err := object.OrdinaryCreateFromConstructor(a, c.NewTarget, intrinsicTablePrototype, classTable, unsafe.Pointer(t))
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), nil
}

func (t *table) grow(a *object.Agent, n int64, fill object.Value) error {
	if err := a.Charge(int(n) * 16); err != nil {
		return err
	}
	if err := a.Tick(int(n)); err != nil {
		return err
	}
	for range n {
		t.elements = append(t.elements, fill)
	}
	return nil
}

func thisTable(c *object.Call, what string) (*table, error) {
	if t := object.PayloadOf[table](c.This, classTable); t != nil {
		return t, nil
	}
	return nil, incompatible(c, "Table."+what, "Table")
}

func tableLength(c *object.Call) (object.Value, error) {
	t, err := thisTable(c, "length")
	if err != nil {
		return object.Undefined, err
	}
	return object.IntN(len(t.elements)), nil
}

// index reads argument 0 as an index of the table.
func (t *table) index(c *object.Call, what string) (int, error) {
	n, err := object.ToNumber(c.Agent, c.Arg(0))
	if err != nil {
		return 0, err
	}
	if math.IsNaN(n) || n < 0 || n > math.MaxUint32 {
		return 0, c.Agent.TypeError("WebAssembly.Table.%s(): Argument 0 must be convertible to a valid number", what)
	}
	if n >= float64(len(t.elements)) {
		return 0, c.Agent.RangeError("WebAssembly.Table.%s(): invalid index %d into function table", what, int64(n))
	}
	return int(n), nil
}

// https://webassembly.github.io/spec/js-api/#dom-table-get
func tableGet(c *object.Call) (object.Value, error) {
	t, err := thisTable(c, "get()")
	if err != nil {
		return object.Undefined, err
	}
	i, err := t.index(c, "get")
	if err != nil {
		return object.Undefined, err
	}
	return t.elements[i], nil
}

// https://webassembly.github.io/spec/js-api/#dom-table-set
func tableSet(c *object.Call) (object.Value, error) {
	t, err := thisTable(c, "set()")
	if err != nil {
		return object.Undefined, err
	}
	i, err := t.index(c, "set")
	if err != nil {
		return object.Undefined, err
	}
	v, err := t.element(c, ".set()", 1, c.ArgCount() > 1)
	if err == nil {
		t.elements[i] = v
	}
	return object.Undefined, err
}

// https://webassembly.github.io/spec/js-api/#dom-table-grow
func tableGrow(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, err := thisTable(c, "grow()")
	if err != nil {
		return object.Undefined, err
	}
	n, err := object.ToNumber(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if math.IsNaN(n) || n < 0 || n > math.MaxUint32 {
		return object.Undefined, a.TypeError("WebAssembly.Table.grow(): Argument 0 must be convertible to a valid number")
	}
	fill, err := t.element(c, ".grow()", 1, c.ArgCount() > 1 && !c.Arg(1).IsUndefined())
	if err != nil {
		return object.Undefined, err
	}
	old := len(t.elements)
	if int64(old)+int64(n) > t.maximum {
		return object.Undefined, a.RangeError("WebAssembly.Table.grow(): failed to grow table by %d", int64(n))
	}
	return object.IntN(old), t.grow(a, int64(n), fill)
}
