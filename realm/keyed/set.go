package keyed

import (
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicSet, object.Spec{
		Fn: setConstructor, Name: "Set", Constructor: true,
		Props: []object.Prop{
			object.FixedRef("prototype", object.IntrinsicSetPrototype),
			object.SymbolGetter(object.SymbolSpecies, getSpecies),
		},
	})
	object.DefineIntrinsic(object.IntrinsicSetPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicSet),
			object.Method("has", 1, setPrototypeHas),
			object.Method("add", 1, setPrototypeAdd),
			object.Method("delete", 1, setPrototypeDelete),
			object.Method("clear", 0, setPrototypeClear),
			object.Method("entries", 0, setPrototypeEntries),
			object.Method("forEach", 1, setPrototypeForEach),
			object.Getter("size", setPrototypeSize),
			object.Method("values", 0, setPrototypeValues),
			object.Alias("keys", "values"),
			object.Method("union", 1, setPrototypeUnion),
			object.Method("intersection", 1, setPrototypeIntersection),
			object.Method("difference", 1, setPrototypeDifference),
			object.Method("symmetricDifference", 1, setPrototypeSymmetricDifference),
			object.Method("isSubsetOf", 1, setPrototypeIsSubsetOf),
			object.Method("isSupersetOf", 1, setPrototypeIsSupersetOf),
			object.Method("isDisjointFrom", 1, setPrototypeIsDisjointFrom),
			object.ToStringTag("Set"),
			object.SymbolAlias(object.SymbolIterator, "values"),
		},
	})
}

// 24.2.2.1 Set ( [ iterable ] ), https://tc39.es/ecma262/#sec-set-iterable
func setConstructor(c *object.Call) (object.Value, error) {
	if c.NewTarget == nil {
		return object.Undefined, c.Agent.TypeError("Constructor Set requires 'new'")
	}
	if err := c.Agent.Charge(128); err != nil {
		return object.Undefined, err
	}
	o, err := object.OrdinaryCreateFromConstructor(c.Agent, c.NewTarget, object.IntrinsicSetPrototype,
		object.ClassSet, unsafe.Pointer(object.NewSetData()))
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), fillFromValues(c, o, setPrototypeAdd)
}

// fillFromValues adds the values of the first argument, if there are any, to a
// new set or weak set with its add method. own is the code of the method that
// it has unless a program has changed it.
func fillFromValues(c *object.Call, o *object.Object, own object.NativeFunction) error {
	a, iterable := c.Agent, c.Arg(0)
	if iterable.IsNullish() {
		return nil
	}
	adder, err := o.Get(a, a.NameKey(nameAdd))
	if err != nil {
		return err
	}
	if !object.IsCallable(adder) {
		return a.TypeError("'%s' returned for property 'add' of object '%s' is not a function", a.Describe(adder), a.Describe(object.Obj(o)))
	}
	direct := o.Class() == object.ClassSet && isNative(adder, own)
	if e := a.PristineArray(iterable); direct && e != nil && e.Len == e.Length {
		// OPT: iteration over the array and the calls of add run no script.
		return addElements(a, object.Payload[object.MapData](o), e)
	}
	rec, err := object.GetIterator(a, iterable, false)
	if err != nil {
		return err
	}
	for {
		v, ok, err := object.IteratorStepValue(a, &rec)
		if err != nil || !ok {
			return err
		}
		if direct {
			// OPT: what Set.prototype.add does, without the call.
			err = object.Payload[object.MapData](o).Add(a, v)
		} else {
			_, err = a.Call(adder, object.Obj(o), v)
		}
		if err != nil {
			return object.IteratorClose(a, &rec, err)
		}
	}
}

func addElements(a *object.Agent, d *object.MapData, e *object.Elements) error {
	for i := uint32(0); i < e.Len; i++ {
		if err := a.Tick(1); err != nil {
			return err
		}
		v := e.At(i)
		if v.IsHole() {
			v = object.Undefined
		}
		if err := d.Add(a, v); err != nil {
			return err
		}
	}
	return nil
}

func thisSet(c *object.Call, method string) (*object.MapData, error) {
	if d := object.PayloadOf[object.MapData](c.This, object.ClassSet); d != nil {
		return d, nil
	}
	return nil, incompatible(c, "Set.prototype."+method)
}

// 24.2.4.1 Set.prototype.add ( value ), https://tc39.es/ecma262/#sec-set.prototype.add
func setPrototypeAdd(c *object.Call) (object.Value, error) {
	s, err := thisSet(c, "add")
	if err != nil {
		return object.Undefined, err
	}
	return c.This, s.Add(c.Agent, c.Arg(0))
}

// 24.2.4.2 Set.prototype.clear ( ), https://tc39.es/ecma262/#sec-set.prototype.clear
func setPrototypeClear(c *object.Call) (object.Value, error) {
	s, err := thisSet(c, "clear")
	if err == nil {
		s.Clear()
	}
	return object.Undefined, err
}

// 24.2.4.4 Set.prototype.delete ( value ), https://tc39.es/ecma262/#sec-set.prototype.delete
func setPrototypeDelete(c *object.Call) (object.Value, error) {
	s, err := thisSet(c, "delete")
	if err != nil {
		return object.Undefined, err
	}
	found, err := s.Delete(c.Agent, c.Arg(0))
	return object.Bool(found), err
}

// 24.2.4.7 Set.prototype.forEach ( callback [ , thisArg ] ), https://tc39.es/ecma262/#sec-set.prototype.foreach
func setPrototypeForEach(c *object.Call) (object.Value, error) {
	s, err := thisSet(c, "forEach")
	if err != nil {
		return object.Undefined, err
	}
	return object.Undefined, forEach(c, s, true)
}

// 24.2.4.8 Set.prototype.has ( value ), https://tc39.es/ecma262/#sec-set.prototype.has
func setPrototypeHas(c *object.Call) (object.Value, error) {
	s, err := thisSet(c, "has")
	if err != nil {
		return object.Undefined, err
	}
	return object.Bool(s.Has(c.Arg(0))), nil
}

// 24.2.4.14 get Set.prototype.size, https://tc39.es/ecma262/#sec-get-set.prototype.size
func setPrototypeSize(c *object.Call) (object.Value, error) {
	s := object.PayloadOf[object.MapData](c.This, object.ClassSet)
	if s == nil {
		return object.Undefined, incompatible(c, "get Set.prototype.size")
	}
	return object.IntN(s.Len()), nil
}
