package indexed

import (
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

// fromAsync is the state of an Array.fromAsync between its awaits.
type fromAsync struct {
	capability         *interp.PromiseCapability
	ctor               object.Value
	mapper, thisArg    object.Value
	rec                object.IteratorRecord // Iterator nil: over an array-like
	from, to           *object.Object
	index, length      int64
	waiting            fromAsyncWait
	completion         object.Value // what to throw when the iterator is closed
	mapping, iterating bool
}

// fromAsyncWait says which Await a fromAsync is suspended at.
type fromAsyncWait uint8

const (
	fromAsyncNext   fromAsyncWait = iota // the result of next
	fromAsyncValue                       // an element of an array-like
	fromAsyncMapped                      // the result of the mapper
	fromAsyncClose                       // the result of return
)

var classFromAsync = &object.Class{Name: "Array.fromAsync", Kind: object.KindOther}

func init() {
	classFromAsync.Trace = func(o *object.Object, v object.Visitor) {
		s := object.Payload[fromAsync](o)
		for _, x := range []object.Value{s.capability.Promise, s.capability.Resolve, s.capability.Reject, s.ctor, s.mapper, s.thisArg, s.rec.Next, s.completion} {
			v.Value(x)
		}
		for _, x := range []*object.Object{s.rec.Iterator, s.from, s.to} {
			if x != nil {
				v.Object(x)
			}
		}
	}
}

// 23.1.2.1 Array.fromAsync ( items [ , mapper [ , thisArg ] ] ), https://tc39.es/proposal-array-from-async/#sec-array.fromAsync
func arrayFromAsync(c *object.Call) (object.Value, error) {
	a := c.Agent
	s := &fromAsync{capability: interp.NewDirectCapability(a), ctor: c.This, mapper: c.Arg(1), thisArg: c.Arg(2), completion: object.Undefined}
	s.rec.Next = object.Undefined
	state := object.Obj(object.New(a, classFromAsync, nil, s))
	err := s.start(a, state, c.Arg(0))
	return s.capability.Promise, s.settle(a, err)
}

// settle rejects the promise with what the closure threw.
func (s *fromAsync) settle(a *object.Agent, err error) error {
	if err == nil {
		return nil
	}
	_, err = s.capability.IfAbruptRejectPromise(a, err)
	return err
}

// construct makes the result (steps 3.i.i and 3.j.iv).
func (s *fromAsync) construct(a *object.Agent, args ...object.Value) (err error) {
	if object.IsConstructor(s.ctor) {
		s.to, err = a.Construct(s.ctor.AsObject(), nil, args...)
		return err
	}
	length := uint64(0)
	if len(args) > 0 {
		length = uint64(args[0].AsNumber())
	}
	s.to, err = object.ArrayCreate(a, length, nil)
	return err
}

func (s *fromAsync) start(a *object.Agent, state, items object.Value) error {
	if !s.mapper.IsUndefined() {
		if !object.IsCallable(s.mapper) {
			return a.TypeError("%s is not a function", a.Describe(s.mapper))
		}
		s.mapping = true
	}
	async, err := object.GetMethod(a, items, object.SymbolKey(object.SymbolAsyncIterator))
	if err != nil {
		return err
	}
	sync := object.Undefined
	if async.IsUndefined() {
		if sync, err = object.GetMethod(a, items, object.SymbolKey(object.SymbolIterator)); err != nil {
			return err
		}
	}
	switch {
	case !async.IsUndefined():
		s.iterating = true
		if s.rec, err = object.GetIteratorFromMethod(a, items, async); err != nil {
			return err
		}
	case !sync.IsUndefined():
		s.iterating = true
		if s.rec, err = object.GetIteratorFromMethod(a, items, sync); err != nil {
			return err
		}
		if s.rec, err = object.AsyncFromSyncIteratorHook(a, s.rec); err != nil {
			return err
		}
	}
	if s.iterating {
		if err := s.construct(a); err != nil {
			return err
		}
		return s.next(a, state)
	}
	if s.from, err = object.ToObject(a, items); err != nil {
		return err
	}
	if s.length, err = object.LengthOfArrayLike(a, s.from); err != nil {
		return err
	}
	if err := s.construct(a, object.IntN(int(s.length))); err != nil {
		return err
	}
	return s.next(a, state)
}

func (s *fromAsync) await(a *object.Agent, state, v object.Value, at fromAsyncWait) error {
	s.waiting = at
	return interp.AwaitThen(a, v, state, fromAsyncStep)
}

// next begins a turn of the loop.
func (s *fromAsync) next(a *object.Agent, state object.Value) error {
	if s.iterating {
		v, err := a.Call(s.rec.Next, object.Obj(s.rec.Iterator))
		if err != nil {
			return err
		}
		return s.await(a, state, v, fromAsyncNext)
	}
	if s.index == s.length {
		return s.finish(a)
	}
	v, err := getAt(a, s.from, s.index)
	if err != nil {
		return err
	}
	return s.await(a, state, v, fromAsyncValue)
}

func (s *fromAsync) finish(a *object.Agent) error {
	if err := s.to.Set(a, a.NameKey(object.NameLength), object.IntN(int(s.index)), true); err != nil {
		return err
	}
	return s.capability.ResolveWith(a, object.Obj(s.to))
}

// fromAsyncStep continues after an Await.
func fromAsyncStep(c *object.Call) (object.Value, error) {
	state := c.Slot(0)
	s := object.Payload[fromAsync](state.AsObject())
	return object.Undefined, s.settle(c.Agent, s.resume(c.Agent, state, c.Arg(0), interp.AwaitRejected(c)))
}

func (s *fromAsync) resume(a *object.Agent, state, v object.Value, rejected bool) error {
	switch s.waiting {
	case fromAsyncClose:
		return object.Throw(s.completion)
	case fromAsyncMapped:
		if rejected {
			return s.fail(a, state, object.Throw(v))
		}
		return s.store(a, state, v)
	}
	if rejected {
		return object.Throw(v)
	}
	if s.waiting == fromAsyncNext {
		result := v.ObjectOrNil()
		if result == nil {
			return a.TypeError("Iterator result %s is not an object", a.Describe(v))
		}
		done, err := object.IteratorComplete(a, result)
		if err != nil {
			return err
		}
		if done {
			return s.finish(a)
		}
		if v, err = object.IteratorValue(a, result); err != nil {
			return err
		}
	}
	if !s.mapping {
		return s.store(a, state, v)
	}
	mapped, err := a.Call(s.mapper, s.thisArg, v, object.IntN(int(s.index)))
	if err == nil {
		err = s.await(a, state, mapped, fromAsyncMapped)
	}
	if err != nil {
		return s.fail(a, state, err)
	}
	return nil
}

// store defines the next element and goes on.
func (s *fromAsync) store(a *object.Agent, state, v object.Value) error {
	if err := createAt(a, s.to, s.index, v); err != nil {
		return s.fail(a, state, err)
	}
	s.index++
	return s.next(a, state)
}

// fail is AsyncIteratorClose (7.4.13) with a throw completion; over an
// array-like there is nothing to close.
func (s *fromAsync) fail(a *object.Agent, state object.Value, err error) error {
	thrown, catchable := object.Catch(err)
	if !s.iterating || !catchable {
		return err
	}
	s.completion = thrown.Clean()
	iterator := object.Obj(s.rec.Iterator)
	method, closeErr := object.GetMethod(a, iterator, a.NameKey(object.NameReturn))
	if closeErr == nil {
		if method.IsUndefined() {
			return err
		}
		var v object.Value
		if v, closeErr = a.Call(method, iterator); closeErr == nil {
			closeErr = s.await(a, state, v, fromAsyncClose)
		}
	}
	if closeErr != nil {
		if _, catchable := object.Catch(closeErr); !catchable {
			return closeErr
		}
		return err
	}
	return nil
}
