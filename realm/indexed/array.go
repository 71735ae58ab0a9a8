package indexed

import (
	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicArray, object.Spec{
		Fn: arrayConstructor, Name: "Array", Length: 1, Constructor: true,
		Props: []object.Prop{
			object.FixedRef("prototype", object.IntrinsicArrayPrototype),
			object.Method("isArray", 1, arrayIsArray),
			object.Method("from", 1, arrayFrom),
			object.Method("fromAsync", 1, arrayFromAsync),
			object.Method("of", 0, arrayOf),
			object.SpeciesGetter(),
		},
	})
}

// 23.1.1.1 Array ( ...values ), https://tc39.es/ecma262/#sec-array
func arrayConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	proto := c.Intrinsic(object.IntrinsicArrayPrototype)
	if c.NewTarget != nil && c.NewTarget != c.Func {
		var err error
		if proto, err = object.GetPrototypeFromConstructor(a, c.NewTarget, object.IntrinsicArrayPrototype); err != nil {
			return object.Undefined, err
		}
	}
	o := a.NewArrayWithProto(proto)
	if c.ArgCount() == 1 && c.Arg(0).IsNumber() {
		length := c.Arg(0).AsNumber()
		n := object.Uint32OfFloat(length)
		if float64(n) != length {
			return object.Undefined, a.RangeError("Invalid array length")
		}
		o.Elements().Length = n
		return object.Obj(o), nil
	}
	o.Elements().InitValues(c.Args(0))
	return object.Obj(o), nil
}

// 23.1.2.2 Array.isArray ( arg ), https://tc39.es/ecma262/#sec-array.isarray
func arrayIsArray(c *object.Call) (object.Value, error) {
	is, err := object.IsArray(c.Agent, c.Arg(0))
	return object.Bool(is), err
}

// 23.1.2.3 Array.of ( ...items ), https://tc39.es/ecma262/#sec-array.of
func arrayOf(c *object.Call) (object.Value, error) {
	a := c.Agent
	n := c.ArgCount()
	o, err := constructArray(c, object.IntN(n))
	if err != nil {
		return object.Undefined, err
	}
	for i := range n {
		if err := createAt(a, o, int64(i), c.Arg(i)); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(o), setLength(a, o, int64(n))
}

// constructArray is the common step of Array.from and Array.of: Construct(C,
// args) if the this value C is a constructor, else an array with that length.
func constructArray(c *object.Call, args ...object.Value) (*object.Object, error) {
	if object.IsConstructor(c.This) && c.This.AsObject() != c.Intrinsic(object.IntrinsicArray) {
		return c.Agent.Construct(c.This.AsObject(), nil, args...)
	}
	length := uint64(0)
	if len(args) > 0 {
		length = uint64(args[0].AsNumber())
	}
	return object.ArrayCreate(c.Agent, length, nil)
}

// 23.1.2.1 Array.from ( items [ , mapper [ , thisArg ] ] ), https://tc39.es/ecma262/#sec-array.from
func arrayFrom(c *object.Call) (object.Value, error) {
	a := c.Agent
	items := c.Arg(0)
	var mapper *callback
	if !c.Arg(1).IsUndefined() {
		var err error
		if mapper, err = newCallback(c, 1); err != nil {
			return object.Undefined, err
		}
	}
	if mapper == nil && c.This.ObjectOrNil() == c.Intrinsic(object.IntrinsicArray) {
		if e := a.PristineArray(items); e != nil && e.Len == e.Length && !e.HasHoles() {
			// OPT: iterating over the array delivers its elements (PristineArray).
			o := a.NewArray(c.Realm())
			return object.Obj(o), appendRange(a, o.Elements(), e, 0, e.Len)
		}
	}
	method, err := iteratorOf(a, items, "%Array%.from")
	if err != nil {
		return object.Undefined, err
	}
	if !method.IsUndefined() {
		o, err := constructArray(c)
		if err != nil {
			return object.Undefined, err
		}
		rec, err := object.GetIteratorFromMethod(a, items, method)
		if err != nil {
			return object.Undefined, err
		}
		for k := int64(0); ; k++ {
			if err := a.Tick(1); err != nil {
				return object.Undefined, err
			}
			v, ok, err := object.IteratorStepValue(a, &rec)
			if err != nil {
				return object.Undefined, err
			}
			if !ok {
				return object.Obj(o), setLength(a, o, k)
			}
			if mapper != nil {
				mapper.args = [3]object.Value{v.Clean(), object.IntN(int(k))}
				v, err = a.Call(mapper.fn, mapper.this, mapper.args[:2]...)
			}
			if err == nil {
				err = createAt(a, o, k, v)
			}
			if err != nil {
				return object.Undefined, object.IteratorClose(a, &rec, err)
			}
		}
	}
	from, err := object.ToObject(a, items)
	if err != nil {
		return object.Undefined, err
	}
	n, err := object.LengthOfArrayLike(a, from)
	if err != nil {
		return object.Undefined, err
	}
	o, err := constructArray(c, object.IntN(int(n)))
	if err != nil {
		return object.Undefined, err
	}
	for k := range n {
		v, err := getAt(a, from, k)
		if err != nil {
			return object.Undefined, err
		}
		if mapper != nil {
			mapper.args = [3]object.Value{v.Clean(), object.IntN(int(k))}
			if v, err = a.Call(mapper.fn, mapper.this, mapper.args[:2]...); err != nil {
				return object.Undefined, err
			}
		}
		if err := createAt(a, o, k, v); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(o), setLength(a, o, n)
}

// appendRange appends elements of one plain array to another, charged and ticked.
func appendRange(a *object.Agent, to, from *object.Elements, start, end uint32) error {
	n := int(end - start)
	if err := a.Charge(n * max(from.ElementSize(), to.ElementSize())); err != nil {
		return err
	}
	if err := a.Tick(n / 16); err != nil {
		return err
	}
	to.AppendRange(from, start, end)
	to.Length = max(to.Length, to.Len)
	return nil
}

// ArraySpeciesCreate is 10.4.2.3, https://tc39.es/ecma262/#sec-arrayspeciescreate
func arraySpeciesCreate(a *object.Agent, original *object.Object, length int64) (*object.Object, error) {
	is, err := object.IsArray(a, object.Obj(original))
	if err != nil {
		return nil, err
	}
	if !is {
		return object.ArrayCreate(a, uint64(length), nil)
	}
	ctor, err := original.Get(a, a.NameKey(object.NameConstructor))
	if err != nil {
		return nil, err
	}
	realm := a.CurrentRealm()
	if object.IsConstructor(ctor) && ctor.AsObject() != realm.Intrinsic(object.IntrinsicArray) {
		other, err := object.GetFunctionRealm(a, ctor.AsObject())
		if err != nil {
			return nil, err
		}
		if other != realm && ctor.AsObject() == other.Intrinsic(object.IntrinsicArray) {
			ctor = object.Undefined
		}
	}
	if ctor.IsObject() {
		if ctor, err = ctor.AsObject().Get(a, object.SymbolKey(object.SymbolSpecies)); err != nil {
			return nil, err
		}
		if ctor.IsNull() {
			ctor = object.Undefined
		}
	}
	// OPT: constructing %Array% with a length is ArrayCreate; its prototype property cannot change.
	if ctor.IsUndefined() || ctor.ObjectOrNil() == realm.Intrinsic(object.IntrinsicArray) {
		return object.ArrayCreate(a, uint64(length), nil)
	}
	if !object.IsConstructor(ctor) {
		return nil, a.TypeError("object.constructor[Symbol.species] is not a constructor")
	}
	return a.Construct(ctor.AsObject(), nil, object.IntN(int(length)))
}
