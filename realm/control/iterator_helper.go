package control

import (
	"math"

	"github.com/burrowjs/burrow/object"
)

var intrinsicIteratorHelperPrototype = object.DeclareIntrinsic("IteratorHelperPrototype")

var classIteratorHelper = &object.Class{Name: "Iterator Helper", Kind: object.KindOther}

// helper is an Iterator Helper object (27.1.2.1): the variables of the closure
// that the specification would run as a generator.
type helper struct {
	state      helperState
	step       helperStep
	underlying object.IteratorRecord // of the methods of Iterator.prototype
	fn         object.Value
	counter    int
	remaining  float64
	inner      object.IteratorRecord // flatMap and concat: the iterator being delivered, if innerAlive
	innerAlive bool
	items      []object.Value // concat: pairs of an iterable and its method; chunks and windows: the buffer
	zip        *zipping
}

// helperStep runs the closure to its next yield; done means that it returned.
type helperStep func(h *helper, a *object.Agent) (v object.Value, done bool, err error)

type helperState uint8

const (
	helperStart helperState = iota
	helperYielded
	helperRunning
	helperCompleted
)

func init() {
	object.DefineIntrinsic(intrinsicIteratorHelperPrototype, object.Spec{
		Proto: object.IntrinsicIteratorPrototype,
		Props: []object.Prop{
			object.Method("next", 0, iteratorHelperNext),
			object.Method("return", 0, iteratorHelperReturn),
			object.ToStringTag("Iterator Helper"),
		},
	})
	classIteratorHelper.Trace = func(o *object.Object, v object.Visitor) {
		h := object.Payload[helper](o)
		traceRecord(&h.underlying, v)
		traceRecord(&h.inner, v)
		v.Value(h.fn)
		for _, x := range h.items {
			v.Value(x)
		}
		if h.zip != nil {
			h.zip.trace(v)
		}
	}
}

func newHelper(c *object.Call, h *helper) object.Value {
	return object.Obj(object.New(c.Agent, classIteratorHelper, c.Intrinsic(intrinsicIteratorHelperPrototype), h))
}

func helperReceiver(c *object.Call, method string) (*helper, error) {
	h := object.PayloadOf[helper](c.This, classIteratorHelper)
	switch {
	case h == nil:
		return nil, c.Agent.TypeError("Method Iterator Helper.prototype.%s called on incompatible receiver %s", method, c.Agent.Describe(c.This))
	case h.state == helperRunning:
		return nil, c.Agent.TypeError("Generator is already running")
	}
	return h, nil
}

// 27.1.2.1.1 %IteratorHelperPrototype%.next ( ), https://tc39.es/ecma262/#sec-%iteratorhelperprototype%.next
func iteratorHelperNext(c *object.Call) (object.Value, error) {
	h, err := helperReceiver(c, "next")
	if err != nil {
		return object.Undefined, err
	}
	v, done := object.Undefined, true
	if h.state != helperCompleted {
		h.state = helperRunning
		v, done, err = h.step(h, c.Agent)
		h.state = helperYielded
		if err != nil || done {
			h.state = helperCompleted
			v = object.Undefined
		}
		if err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(object.CreateIterResultObject(c.Agent, v, done)), nil
}

// 27.1.2.1.2 %IteratorHelperPrototype%.return ( ), https://tc39.es/ecma262/#sec-%iteratorhelperprototype%.return
func iteratorHelperReturn(c *object.Call) (object.Value, error) {
	h, err := helperReceiver(c, "return")
	if err != nil {
		return object.Undefined, err
	}
	if h.state != helperCompleted {
		// What has not started is completed at once; else the closure runs.
		if h.state == helperYielded {
			h.state = helperRunning
		} else {
			h.state = helperCompleted
		}
		err = h.close(c.Agent)
		h.state = helperCompleted
		if err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(object.CreateIterResultObject(c.Agent, object.Undefined, true)), nil
}

// close is what a return completion does at the yield of the closure.
func (h *helper) close(a *object.Agent) error {
	if h.zip != nil {
		return object.IteratorCloseAll(a, h.zip.open(), nil)
	}
	var err error
	if h.innerAlive {
		err = object.IteratorClose(a, &h.inner, nil)
	}
	if h.underlying.Iterator != nil {
		err = object.IteratorClose(a, &h.underlying, err)
	}
	return err
}

func (h *helper) stepMap(a *object.Agent) (object.Value, bool, error) {
	v, ok, err := object.IteratorStepValue(a, &h.underlying)
	if err != nil || !ok {
		return v, true, err
	}
	if v, err = a.Call(h.fn, object.Undefined, v, object.IntN(h.counter)); err != nil {
		return v, true, object.IteratorClose(a, &h.underlying, err)
	}
	h.counter++
	return v, false, nil
}

func (h *helper) stepFilter(a *object.Agent) (object.Value, bool, error) {
	for {
		v, ok, err := object.IteratorStepValue(a, &h.underlying)
		if err != nil || !ok {
			return v, true, err
		}
		selected, err := a.Call(h.fn, object.Undefined, v, object.IntN(h.counter))
		if err != nil {
			return v, true, object.IteratorClose(a, &h.underlying, err)
		}
		h.counter++
		if object.ToBoolean(selected) {
			return v, false, nil
		}
	}
}

func (h *helper) stepTake(a *object.Agent) (object.Value, bool, error) {
	if h.remaining == 0 {
		return object.Undefined, true, object.IteratorClose(a, &h.underlying, nil)
	}
	h.remaining--
	v, ok, err := object.IteratorStepValue(a, &h.underlying)
	return v, !ok, err
}

func (h *helper) stepDrop(a *object.Agent) (object.Value, bool, error) {
	for h.remaining > 0 {
		if !math.IsInf(h.remaining, 1) {
			h.remaining--
		}
		result, err := object.IteratorStep(a, &h.underlying)
		if err != nil || result == nil {
			return object.Undefined, true, err
		}
	}
	v, ok, err := object.IteratorStepValue(a, &h.underlying)
	return v, !ok, err
}

func (h *helper) stepFlatMap(a *object.Agent) (object.Value, bool, error) {
	for {
		if h.innerAlive {
			v, ok, err := object.IteratorStepValue(a, &h.inner)
			if err != nil {
				h.innerAlive = false
				return v, true, object.IteratorClose(a, &h.underlying, err)
			}
			if ok {
				return v, false, nil
			}
			h.innerAlive = false
		}
		v, ok, err := object.IteratorStepValue(a, &h.underlying)
		if err != nil || !ok {
			return v, true, err
		}
		if v, err = a.Call(h.fn, object.Undefined, v, object.IntN(h.counter)); err == nil {
			h.inner, err = object.GetIteratorFlattenable(a, v, false)
		}
		if err != nil {
			return v, true, object.IteratorClose(a, &h.underlying, err)
		}
		h.innerAlive = true
		h.counter++
	}
}
