package interp

import (
	"github.com/burrowjs/burrow/object"
)

// Async generators (27.6): requests queue up, one is worked on at a time.

// asyncRequest is an AsyncGeneratorRequest Record (27.6.3.1).
type asyncRequest struct {
	mode    uint32
	value   object.Value
	promise *object.Object
}

// asyncGeneratorEnqueue is the common part of next, throw and return
// (27.6.1.2 to 27.6.1.4).
func asyncGeneratorEnqueue(c *object.Call, mode uint32, method string) (object.Value, error) {
	a := c.Agent
	m := machineOf(a)
	p := newPromise(a, c.Realm())
	co := object.PayloadOf[Coroutine](c.This, ClassAsyncGenerator)
	if co == nil {
		err := a.TypeError("Method [AsyncGenerator].prototype.%s called on incompatible receiver %s", method, a.Describe(c.This))
		v, _ := object.Catch(err)
		RejectPromise(a, p, v)
		return object.Obj(p), nil
	}
	v := c.Arg(0)
	if co.state == coSuspendedStart && mode != resumeNext {
		co.finish()
	}
	if co.state == coCompleted {
		switch mode {
		case resumeNext:
			return object.Obj(p), ResolvePromise(a, c.Realm(), p, object.Obj(object.CreateIterResultObject(a, object.Undefined, true)))
		case resumeThrow:
			RejectPromise(a, p, v)
			return object.Obj(p), nil
		}
		co.queue = append(co.queue, asyncRequest{mode, v, p})
		return object.Obj(p), m.asyncGeneratorAwaitReturn(co)
	}
	if err := a.Charge(64); err != nil {
		return object.Undefined, err
	}
	co.queue = append(co.queue, asyncRequest{mode, v, p})
	if co.state == coSuspendedStart || co.state == coSuspendedYield {
		if _, err := m.resumeFromGo(co, mode, v); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(p), nil
}

// 27.6.1.2 %AsyncGeneratorPrototype%.next ( value ), https://tc39.es/ecma262/#sec-asyncgenerator-prototype-next
func asyncGeneratorPrototypeNext(c *object.Call) (object.Value, error) {
	return asyncGeneratorEnqueue(c, resumeNext, "next")
}

// 27.6.1.3 %AsyncGeneratorPrototype%.return ( value ), https://tc39.es/ecma262/#sec-asyncgenerator-prototype-return
func asyncGeneratorPrototypeReturn(c *object.Call) (object.Value, error) {
	return asyncGeneratorEnqueue(c, resumeReturn, "return")
}

// 27.6.1.4 %AsyncGeneratorPrototype%.throw ( exception ), https://tc39.es/ecma262/#sec-asyncgenerator-prototype-throw
func asyncGeneratorPrototypeThrow(c *object.Call) (object.Value, error) {
	return asyncGeneratorEnqueue(c, resumeThrow, "throw")
}

func init() {
	object.DefineIntrinsic(object.IntrinsicAsyncGeneratorPrototype, object.Spec{
		Proto: object.IntrinsicAsyncIteratorPrototype,
		Props: []object.Prop{
			{Name: "constructor", Ref: object.IntrinsicAsyncGeneratorFunctionPrototype, Attrs: object.AttrConfigurable},
			object.Method("next", 1, asyncGeneratorPrototypeNext),
			object.Method("return", 1, asyncGeneratorPrototypeReturn),
			object.Method("throw", 1, asyncGeneratorPrototypeThrow),
			object.ToStringTag("AsyncGenerator"),
		},
	})
}

// completeStep is AsyncGeneratorCompleteStep (27.6.3.5) for the first request.
func (m *Machine) completeStep(co *Coroutine, v object.Value, done, throw bool, r *object.Realm) error {
	req := co.queue[0]
	co.queue = co.queue[1:]
	if throw {
		RejectPromise(m.agent, req.promise, v)
		return nil
	}
	return ResolvePromise(m.agent, r, req.promise, object.Obj(object.CreateIterResultObject(m.agent, v, done)))
}

// asyncGeneratorYield is AsyncGeneratorYield (27.6.3.8) after its Await.
func (m *Machine) asyncGeneratorYield(co *Coroutine, v object.Value, dst uint16) {
	if err := m.completeStep(co, v, false, false, m.code.realm); err != nil {
		m.raise(err)
		return
	}
	if len(co.queue) > 0 {
		// Step 11: the next request is there already, go on at once.
		req := &co.queue[0]
		m.reg(dst).set(req.value)
		m.reg(dst + 1).set(object.Int(int32(req.mode)))
		return
	}
	co.dst = dst
	if err := m.save(co); err != nil {
		m.raise(err)
		return
	}
	co.state = coSuspendedYield
	m.deliver(m.popFrame(), object.Undefined)
}

// asyncGeneratorDone ends the running async generator (27.6.3.2 steps 4.g to 4.k)
// with a value, or with the thrown v if err is set.
func (m *Machine) asyncGeneratorDone(co *Coroutine, v object.Value, err error) {
	realm := m.code.realm
	f := m.popFrame()
	co.finish()
	co.state = coDraining
	if e := m.completeStep(co, v, true, err != nil, realm); e != nil {
		m.failed(f, e)
		return
	}
	if e := m.asyncGeneratorDrain(co, realm); e != nil {
		m.failed(f, e)
		return
	}
	m.deliver(f, object.Undefined)
}

// asyncGeneratorDrain is AsyncGeneratorDrainQueue (27.6.3.11).
func (m *Machine) asyncGeneratorDrain(co *Coroutine, r *object.Realm) error {
	for len(co.queue) > 0 {
		req := &co.queue[0]
		if req.mode == resumeReturn {
			return m.asyncGeneratorAwaitReturn(co)
		}
		v := object.Undefined
		if req.mode == resumeThrow {
			v = req.value
		}
		if err := m.completeStep(co, v, true, req.mode == resumeThrow, r); err != nil {
			return err
		}
	}
	co.state = coCompleted
	return nil
}

// asyncGeneratorAwaitReturn is 27.6.3.10, https://tc39.es/ecma262/#sec-asyncgeneratorawaitreturn
func (m *Machine) asyncGeneratorAwaitReturn(co *Coroutine) error {
	a := m.agent
	co.state = coAwaitingReturn
	r := a.CurrentRealm()
	p, err := promiseResolveIntrinsic(a, r, co.queue[0].value)
	if err != nil {
		v, ok := object.Catch(err)
		if !ok {
			return err
		}
		co.state = coDraining
		if err := m.completeStep(co, v, true, true, r); err != nil {
			return err
		}
		return m.asyncGeneratorDrain(co, r)
	}
	gen := object.Obj(co.object)
	settled := func(magic int32) object.Value {
		f := a.NewAnonymousNative(r, 1, asyncGeneratorReturnSettled, gen)
		object.Payload[object.Native](f).Magic = magic
		return object.Obj(f)
	}
	PerformPromiseThen(a, p, settled(0), settled(1), nil)
	return nil
}

// asyncGeneratorReturnSettled is the closures of AsyncGeneratorAwaitReturn:
// magic 0 fulfilled, 1 rejected.
func asyncGeneratorReturnSettled(c *object.Call) (object.Value, error) {
	m := machineOf(c.Agent)
	co := object.Payload[Coroutine](c.Slot(0).AsObject())
	co.state = coDraining
	if err := m.completeStep(co, c.Arg(0), true, c.Magic() == 1, c.Realm()); err != nil {
		return object.Undefined, err
	}
	return object.Undefined, m.asyncGeneratorDrain(co, c.Realm())
}
