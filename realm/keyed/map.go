package keyed

import (
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicMap, object.Spec{
		Fn: mapConstructor, Name: "Map", Constructor: true,
		Props: []object.Prop{
			object.FixedRef("prototype", object.IntrinsicMapPrototype),
			object.SymbolGetter(object.SymbolSpecies, getSpecies),
			object.Method("groupBy", 2, mapGroupBy),
		},
	})
	object.DefineIntrinsic(object.IntrinsicMapPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicMap),
			object.Method("get", 1, mapPrototypeGet),
			object.Method("set", 2, mapPrototypeSet),
			object.Method("has", 1, mapPrototypeHas),
			object.Method("delete", 1, mapPrototypeDelete),
			object.Method("clear", 0, mapPrototypeClear),
			object.Method("entries", 0, mapPrototypeEntries),
			object.Method("forEach", 1, mapPrototypeForEach),
			object.Method("keys", 0, mapPrototypeKeys),
			object.Getter("size", mapPrototypeSize),
			object.Method("values", 0, mapPrototypeValues),
			object.Method("getOrInsert", 2, mapPrototypeGetOrInsert),
			object.Method("getOrInsertComputed", 2, mapPrototypeGetOrInsertComputed),
			object.ToStringTag("Map"),
			object.SymbolAlias(object.SymbolIterator, "entries"),
		},
	})
}

// 24.1.2.2 get Map [ %Symbol.species% ], https://tc39.es/ecma262/#sec-get-map-%symbol.species%
// and 24.2.3.2 get Set [ %Symbol.species% ].
func getSpecies(c *object.Call) (object.Value, error) { return c.This, nil }

// nameAdders are the methods that constructors fill collections with.
var (
	nameSet = object.DeclareName("set")
	nameAdd = object.DeclareName("add")
)

// 24.1.1.1 Map ( [ iterable ] ), https://tc39.es/ecma262/#sec-map-iterable
func mapConstructor(c *object.Call) (object.Value, error) {
	if c.NewTarget == nil {
		return object.Undefined, c.Agent.TypeError("Constructor Map requires 'new'")
	}
	if err := c.Agent.Charge(128); err != nil {
		return object.Undefined, err
	}
	o, err := object.OrdinaryCreateFromConstructor(c.Agent, c.NewTarget, object.IntrinsicMapPrototype,
		object.ClassMap, unsafe.Pointer(object.NewMapData()))
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), fillFromEntries(c, o, mapPrototypeSet)
}

// fillFromEntries adds the entries of the first argument, if there are any, to
// a new map or weak map with its set method. own is the code of the method that
// it has unless a program has changed it.
func fillFromEntries(c *object.Call, o *object.Object, own object.NativeFunction) error {
	a, iterable := c.Agent, c.Arg(0)
	if iterable.IsNullish() {
		return nil
	}
	adder, err := o.Get(a, a.NameKey(nameSet))
	if err != nil {
		return err
	}
	if !object.IsCallable(adder) {
		return a.TypeError("'%s' returned for property 'set' of object '%s' is not a function", a.Describe(adder), a.Describe(object.Obj(o)))
	}
	if o.Class() == object.ClassMap && isNative(adder, own) {
		return object.AddEntriesFromIterable(a, o, iterable, adder, addToMap)
	}
	return object.AddEntriesFromIterable(a, o, iterable, adder, callAdder)
}

func callAdder(a *object.Agent, target *object.Object, adder, key, value object.Value) error {
	_, err := a.Call(adder, object.Obj(target), key, value)
	return err
}

// OPT: what Map.prototype.set does, without the call.
func addToMap(a *object.Agent, target *object.Object, _, key, value object.Value) error {
	return object.Payload[object.MapData](target).Set(a, key, value)
}

// isNative reports whether f runs the static Go function code.
func isNative(f object.Value, code object.NativeFunction) bool {
	o := f.AsObject()
	return o.Kind() == object.KindNative &&
		*(*unsafe.Pointer)(unsafe.Pointer(&object.Payload[object.Native](o).Fn)) == *(*unsafe.Pointer)(unsafe.Pointer(&code))
}

// 24.1.2.1 Map.groupBy ( items, callback ), https://tc39.es/ecma262/#sec-map.groupby
func mapGroupBy(c *object.Call) (object.Value, error) {
	groups, err := object.GroupBy(c.Agent, c.Arg(0), c.Arg(1), false)
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(object.New(c.Agent, object.ClassMap, c.Intrinsic(object.IntrinsicMapPrototype), groups)), nil
}

// incompatible is the TypeError for a receiver without the internal slot.
func incompatible(c *object.Call, method string) error {
	return c.Agent.TypeError("Method %s called on incompatible receiver %s", method, c.Agent.Describe(c.This))
}

func thisMap(c *object.Call, method string) (*object.MapData, error) {
	if d := object.PayloadOf[object.MapData](c.This, object.ClassMap); d != nil {
		return d, nil
	}
	return nil, incompatible(c, "Map.prototype."+method)
}

// 24.1.3.1 Map.prototype.clear ( ), https://tc39.es/ecma262/#sec-map.prototype.clear
func mapPrototypeClear(c *object.Call) (object.Value, error) {
	m, err := thisMap(c, "clear")
	if err == nil {
		m.Clear()
	}
	return object.Undefined, err
}

// 24.1.3.3 Map.prototype.delete ( key ), https://tc39.es/ecma262/#sec-map.prototype.delete
func mapPrototypeDelete(c *object.Call) (object.Value, error) {
	m, err := thisMap(c, "delete")
	if err != nil {
		return object.Undefined, err
	}
	found, err := m.Delete(c.Agent, c.Arg(0))
	return object.Bool(found), err
}

// 24.1.3.5 Map.prototype.forEach ( callback [ , thisArg ] ), https://tc39.es/ecma262/#sec-map.prototype.foreach
func mapPrototypeForEach(c *object.Call) (object.Value, error) {
	m, err := thisMap(c, "forEach")
	if err != nil {
		return object.Undefined, err
	}
	return object.Undefined, forEach(c, m, false)
}

// forEach calls the first argument for each entry; the elements of sets are
// passed twice.
func forEach(c *object.Call, d *object.MapData, isSet bool) error {
	callback, thisArg := c.Arg(0), c.Arg(1)
	if !object.IsCallable(callback) {
		return c.Agent.TypeError("%s is not a function", c.Agent.DescribeOperand(callback))
	}
	for cursor := d.Cursor(); ; {
		key, value, ok := cursor.Next()
		if !ok {
			return nil
		}
		if isSet {
			value = key
		}
		if err := c.Agent.Tick(1); err != nil {
			return err
		}
		if _, err := c.Agent.Call(callback, thisArg, value, key, c.This); err != nil {
			return err
		}
	}
}

// 24.1.3.6 Map.prototype.get ( key ), https://tc39.es/ecma262/#sec-map.prototype.get
func mapPrototypeGet(c *object.Call) (object.Value, error) {
	m, err := thisMap(c, "get")
	if err != nil {
		return object.Undefined, err
	}
	v, _ := m.Get(c.Arg(0))
	return v, nil
}

// 24.1.3.7 Map.prototype.getOrInsert ( key, value ), https://tc39.es/ecma262/#sec-map.prototype.getorinsert
func mapPrototypeGetOrInsert(c *object.Call) (object.Value, error) {
	m, err := thisMap(c, "getOrInsert")
	if err != nil {
		return object.Undefined, err
	}
	if v, ok := m.Get(c.Arg(0)); ok {
		return v, nil
	}
	return c.Arg(1), m.Set(c.Agent, c.Arg(0), c.Arg(1))
}

// 24.1.3.8 Map.prototype.getOrInsertComputed ( key, callback ), https://tc39.es/ecma262/#sec-map.prototype.getorinsertcomputed
func mapPrototypeGetOrInsertComputed(c *object.Call) (object.Value, error) {
	m, err := thisMap(c, "getOrInsertComputed")
	if err != nil {
		return object.Undefined, err
	}
	callback := c.Arg(1)
	if !object.IsCallable(callback) {
		return object.Undefined, c.Agent.TypeError("%s is not a function", c.Agent.DescribeOperand(callback))
	}
	key := object.CanonicalizeKeyedCollectionKey(c.Arg(0))
	if v, ok := m.Get(key); ok {
		return v, nil
	}
	v, err := c.Agent.Call(callback, object.Undefined, key)
	if err != nil {
		return object.Undefined, err
	}
	return v, m.Set(c.Agent, key, v)
}

// 24.1.3.9 Map.prototype.has ( key ), https://tc39.es/ecma262/#sec-map.prototype.has
func mapPrototypeHas(c *object.Call) (object.Value, error) {
	m, err := thisMap(c, "has")
	if err != nil {
		return object.Undefined, err
	}
	return object.Bool(m.Has(c.Arg(0))), nil
}

// 24.1.3.11 Map.prototype.set ( key, value ), https://tc39.es/ecma262/#sec-map.prototype.set
func mapPrototypeSet(c *object.Call) (object.Value, error) {
	m, err := thisMap(c, "set")
	if err != nil {
		return object.Undefined, err
	}
	return c.This, m.Set(c.Agent, c.Arg(0), c.Arg(1))
}

// 24.1.3.12 get Map.prototype.size, https://tc39.es/ecma262/#sec-get-map.prototype.size
func mapPrototypeSize(c *object.Call) (object.Value, error) {
	m := object.PayloadOf[object.MapData](c.This, object.ClassMap)
	if m == nil {
		return object.Undefined, incompatible(c, "get Map.prototype.size")
	}
	return object.IntN(m.Len()), nil
}
