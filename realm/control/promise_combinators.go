package control

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

// combination is what the element functions of one call of Promise.all,
// allSettled or any share: values (or errors) and remainingElementsCount. The
// keyed combinators also have the keys of the values.
type combination struct {
	capability *interp.PromiseCapability
	values     []object.Value
	keys       []object.PropertyKey
	keyed      bool
	remaining  int
}

var classCombination = &object.Class{Name: "Promise combination", Kind: object.KindOther}

func init() {
	classCombination.Trace = func(o *object.Object, v object.Visitor) {
		s := object.Payload[combination](o)
		v.Value(s.capability.Promise)
		v.Value(s.capability.Resolve)
		v.Value(s.capability.Reject)
		for _, x := range s.values {
			v.Value(x)
		}
		for _, k := range s.keys {
			v.Value(k.Value())
		}
	}
}

// combinator is what distinguishes the combinators.
type combinator struct {
	// element makes the arguments of then for the element at index.
	element func(c *object.Call, state object.Value, s *combination, index int) (onFulfilled, onRejected object.Value)
	// finish settles the result when no element remains.
	finish func(a *object.Agent, s *combination) error
}

var (
	combineAll = combinator{
		func(c *object.Call, state object.Value, s *combination, i int) (object.Value, object.Value) {
			return elementFunction(c, state, i, allElement, object.NewBoxValue(object.False)), s.capability.Reject
		}, resolveValues}
	combineAllSettled = combinator{
		func(c *object.Call, state object.Value, s *combination, i int) (object.Value, object.Value) {
			called := object.NewBoxValue(object.False)
			return elementFunction(c, state, i, allSettledFulfilled, called), elementFunction(c, state, i, allSettledRejected, called)
		}, resolveValues}
	combineAny = combinator{
		func(c *object.Call, state object.Value, s *combination, i int) (object.Value, object.Value) {
			return s.capability.Resolve, elementFunction(c, state, i, anyRejected, object.NewBoxValue(object.False))
		}, rejectErrors}
	combineRace = combinator{
		func(c *object.Call, state object.Value, s *combination, i int) (object.Value, object.Value) {
			return s.capability.Resolve, s.capability.Reject
		}, nil}
)

// 27.2.4.1 Promise.all ( iterable ), https://tc39.es/ecma262/#sec-promise.all
func promiseAll(c *object.Call) (object.Value, error) { return combine(c, &combineAll) }

// 27.2.4.2 Promise.allSettled ( iterable ), https://tc39.es/ecma262/#sec-promise.allsettled
func promiseAllSettled(c *object.Call) (object.Value, error) { return combine(c, &combineAllSettled) }

// 27.2.4.3 Promise.any ( iterable ), https://tc39.es/ecma262/#sec-promise.any
func promiseAny(c *object.Call) (object.Value, error) { return combine(c, &combineAny) }

// 27.2.4.5 Promise.race ( iterable ), https://tc39.es/ecma262/#sec-promise.race
func promiseRace(c *object.Call) (object.Value, error) { return combine(c, &combineRace) }

// combinatorReceiver makes the capability of a combinator's result and is
// GetPromiseResolve (27.2.4.1.1), whose error rejects that.
func combinatorReceiver(c *object.Call) (capability *interp.PromiseCapability, resolve object.Value, rejection, err error) {
	a := c.Agent
	if !c.This.IsObject() {
		return nil, resolve, nil, a.TypeError("Promise.%s called on non-object", object.Payload[object.Native](c.Func).Name.AsString())
	}
	if capability, err = interp.NewPromiseCapability(a, c.This); err != nil {
		return nil, resolve, nil, err
	}
	resolve, rejection = c.This.AsObject().Get(a, a.NameKey(nameResolve))
	if rejection == nil && !object.IsCallable(resolve) {
		rejection = a.TypeError("Promise resolve or reject function is not callable")
	}
	return capability, resolve, rejection, nil
}

func combine(c *object.Call, how *combinator) (object.Value, error) {
	a := c.Agent
	capability, resolve, rejection, err := combinatorReceiver(c)
	if err != nil {
		return object.Undefined, err
	}
	if rejection != nil {
		return capability.IfAbruptRejectPromise(a, rejection)
	}
	rec, err := object.GetIterator(a, c.Arg(0), false)
	if err != nil {
		return capability.IfAbruptRejectPromise(a, err)
	}
	if err := performCombine(c, how, capability, &rec, resolve); err != nil {
		if !rec.Done {
			err = object.IteratorClose(a, &rec, err)
		}
		return capability.IfAbruptRejectPromise(a, err)
	}
	return capability.Promise, nil
}

// performCombine is PerformPromiseAll (27.2.4.1.2) and its likes.
func performCombine(c *object.Call, how *combinator, capability *interp.PromiseCapability, rec *object.IteratorRecord, resolve object.Value) error {
	a := c.Agent
	s := &combination{capability: capability, remaining: 1}
	state := object.Obj(object.New(a, classCombination, nil, s))
	for i := 0; ; i++ {
		v, ok, err := object.IteratorStepValue(a, rec)
		if err != nil {
			return err
		}
		if !ok {
			rec.Done = true
			if s.remaining--; s.remaining == 0 && how.finish != nil {
				return how.finish(a, s)
			}
			return nil
		}
		if how.finish != nil {
			if err := a.Charge(16); err != nil {
				return err
			}
			s.values = append(s.values, object.Undefined)
		}
		if err := combineElement(c, how, state, s, resolve, v, i); err != nil {
			return err
		}
	}
}

// combineElement has the promise of element i tell the combination when it is settled.
func combineElement(c *object.Call, how *combinator, state object.Value, s *combination, resolve, v object.Value, i int) error {
	a := c.Agent
	next, err := a.Call(resolve, c.This, v)
	if err != nil {
		return err
	}
	onFulfilled, onRejected := how.element(c, state, s, i)
	s.remaining++
	_, err = object.Invoke(a, next, a.NameKey(object.NameThen), onFulfilled, onRejected)
	return err
}

// elementFunction makes a function whose slots are the combination, the index
// and the box of [[AlreadyCalled]].
func elementFunction(c *object.Call, state object.Value, i int, fn object.NativeFunction, called object.Value) object.Value {
	return object.Obj(c.Agent.NewAnonymousNative(c.Realm(), 1, fn, state, object.IntN(i), called))
}

// settleElement stores the value for the element of the active function, once.
func settleElement(c *object.Call, finish func(a *object.Agent, s *combination) error, make func(c *object.Call) object.Value) (object.Value, error) {
	called := c.Slot(2).AsBox()
	if called.V.IsTrue() {
		return object.Undefined, nil
	}
	called.V = object.True
	s := object.Payload[combination](c.Slot(0).AsObject())
	s.values[c.Slot(1).AsInt()] = make(c)
	if s.remaining--; s.remaining > 0 {
		return object.Undefined, nil
	}
	return object.Undefined, finish(c.Agent, s)
}

func resolveValues(a *object.Agent, s *combination) error {
	if s.keyed {
		return s.resolveKeyed(a)
	}
	return s.capability.ResolveWith(a, object.Obj(object.CreateArrayFromList(a, s.values)))
}

// 27.2.4.1.3 Promise.all Resolve Element Functions, https://tc39.es/ecma262/#sec-promise.all-resolve-element-functions
func allElement(c *object.Call) (object.Value, error) {
	return settleElement(c, resolveValues, func(c *object.Call) object.Value { return c.Arg(0) })
}

var (
	nameStatus = object.DeclareName("status")
	nameReason = object.DeclareName("reason")

	textFulfilled = sharedText("fulfilled")
	textRejected  = sharedText("rejected")
)

// sharedText returns a string constant that several agents may use.
func sharedText(s string) *jstring.String {
	t := jstring.FromGo(s)
	t.Hash()
	return t
}

// 27.2.4.2.2 Promise.allSettled Resolve Element Functions, https://tc39.es/ecma262/#sec-promise.allsettled-resolve-element-functions
func allSettledFulfilled(c *object.Call) (object.Value, error) {
	return settleElement(c, resolveValues, func(c *object.Call) object.Value {
		return settledRecord(c, textFulfilled, object.NameValue)
	})
}

// 27.2.4.2.3 Promise.allSettled Reject Element Functions, https://tc39.es/ecma262/#sec-promise.allsettled-reject-element-functions
func allSettledRejected(c *object.Call) (object.Value, error) {
	return settleElement(c, resolveValues, func(c *object.Call) object.Value {
		return settledRecord(c, textRejected, nameReason)
	})
}

func settledRecord(c *object.Call, status *jstring.String, name object.Name) object.Value {
	a := c.Agent
	o := a.NewObject(c.Intrinsic(object.IntrinsicObjectPrototype))
	o.AppendProperty(a, a.NameKey(nameStatus), object.Str(status), object.AttrDefault)
	o.AppendProperty(a, a.NameKey(name), c.Arg(0), object.AttrDefault)
	return object.Obj(o)
}

// 27.2.4.3.2 Promise.any Reject Element Functions, https://tc39.es/ecma262/#sec-promise.any-reject-element-functions
func anyRejected(c *object.Call) (object.Value, error) {
	return settleElement(c, rejectElementErrors, func(c *object.Call) object.Value { return c.Arg(0) })
}

// rejectErrors throws the AggregateError of an any of which nothing remains.
func rejectErrors(a *object.Agent, s *combination) error { return object.Throw(s.aggregate(a)) }

// rejectElementErrors rejects with it.
func rejectElementErrors(a *object.Agent, s *combination) error {
	return s.capability.RejectWith(a, s.aggregate(a))
}

func (s *combination) aggregate(a *object.Agent) object.Value {
	e := a.NewError(a.CurrentRealm().Intrinsic(object.IntrinsicAggregateErrorPrototype), sharedText("All promises were rejected"))
	e.AppendProperty(a, a.NameKey(object.NameErrors), object.Obj(object.CreateArrayFromList(a, s.values)), object.AttrMethod)
	return object.Obj(e)
}
