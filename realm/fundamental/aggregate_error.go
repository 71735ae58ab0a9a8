package fundamental

import "github.com/burrowjs/burrow/object"

func init() {
	object.DefineIntrinsic(object.IntrinsicAggregateError, object.Spec{
		Fn: aggregateErrorConstructor, Name: "AggregateError", Length: 2, Constructor: true,
		Proto: object.IntrinsicError,
		Props: []object.Prop{object.FixedRef("prototype", object.IntrinsicAggregateErrorPrototype)},
	})
	object.DefineIntrinsic(object.IntrinsicAggregateErrorPrototype, errorPrototypeSpec("AggregateError", object.IntrinsicAggregateError))
	object.DefineIntrinsic(object.IntrinsicSuppressedError, object.Spec{
		Fn: suppressedErrorConstructor, Name: "SuppressedError", Length: 3, Constructor: true,
		Proto: object.IntrinsicError,
		Props: []object.Prop{object.FixedRef("prototype", object.IntrinsicSuppressedErrorPrototype)},
	})
	object.DefineIntrinsic(object.IntrinsicSuppressedErrorPrototype, errorPrototypeSpec("SuppressedError", object.IntrinsicSuppressedError))
}

// 20.5.7.1.1 AggregateError ( errors, message [ , options ] ), https://tc39.es/ecma262/#sec-aggregate-error
func aggregateErrorConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, err := newErrorObject(c, object.IntrinsicAggregateErrorPrototype, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	if err := object.InstallErrorCause(a, o, c.Arg(2)); err != nil {
		return object.Undefined, err
	}
	list, err := object.IterableToList(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), o.DefineValue(a, a.NameKey(object.NameErrors), object.Obj(object.CreateArrayFromList(a, list)), object.AttrMethod)
}

var (
	nameError      = object.DeclareName("error")
	nameSuppressed = object.DeclareName("suppressed")
)

// 20.5.8.1.1 SuppressedError ( error, suppressed, message ), https://tc39.es/ecma262/#sec-suppressederror
func suppressedErrorConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, err := newErrorObject(c, object.IntrinsicSuppressedErrorPrototype, c.Arg(2))
	if err != nil {
		return object.Undefined, err
	}
	if err := o.CreateNonEnumerableDataPropertyOrThrow(a, a.NameKey(nameError), c.Arg(0)); err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), o.CreateNonEnumerableDataPropertyOrThrow(a, a.NameKey(nameSuppressed), c.Arg(1))
}
