package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// Iteration. R[A] is the iterator, R[A+1] its next method, R[A+2] whether it
// is done (true also while next runs, so that what next throws closes nothing).
// In fast mode they are an array, bitsFastIter and the next index.

func slowGetIter(m *Machine, in *bytecode.Instr) {
	a := m.agent
	v := m.get(in.B)
	if e := a.PristineArray(v); e != nil && in.N == 0 {
		m.reg(in.A).set(v)
		m.reg(in.A + 1).bits = bitsFastIter
		m.reg(in.A + 2).bits = bitsFastPos
		return
	}
	rec, err := object.GetIteratorElse(a, v, false, m.notIterable)
	if err != nil {
		m.raise(err)
		return
	}
	m.reg(in.A).set(object.Obj(rec.Iterator))
	m.reg(in.A + 1).set(rec.Next)
	m.reg(in.A + 2).bits = bitsFalse
}

// leaveFastIter turns fast mode into a real array iterator at the same index.
func (m *Machine) leaveFastIter(base uint16) {
	array, index := m.get(base), m.reg(base+2)
	it := object.NewArrayIterator(m.agent, array.AsObject(), int64(uint32(index.bits)))
	next, _ := it.Get(m.agent, m.agent.NameKey(object.NameNext))
	m.reg(base).set(object.Obj(it))
	m.reg(base + 1).set(next)
	m.reg(base + 2).bits = bitsFalse
}

func slowIterNext(m *Machine, in *bytecode.Instr) {
	if m.reg(in.A+1).bits == bitsFastIter {
		m.fastIterNext(in)
		return
	}
	it, next := m.get(in.A), m.get(in.A+1)
	m.reg(in.A + 2).bits = bitsTrue
	if f := next.ObjectOrNil(); f != nil && f.Kind() == object.KindNative {
		n := object.Payload[object.Native](f)
		if n.Magic == magicNext && it.IsObject() {
			if co := generatorCoroutine(it.AsObject()); co != nil && co.kind == coGenerator {
				m.resumeForLoop(co, in)
				return
			}
		}
		m.iterNextNative(f, it, in)
		return
	}
	if !object.IsCallable(next) {
		m.raise(m.agent.TypeError("%s is not a function", m.agent.DescribeOperand(next)))
		return
	}
	v, done, err := m.callInLoop(next.AsObject(), it, in.B, actionStore)
	if err != nil {
		m.raise(err)
	} else if done {
		m.reg(in.B).set(v)
	}
}

// iterNextNative calls a native next method; what built-in iterators deliver
// is taken from their result object by the ITERVALUE that follows.
func (m *Machine) iterNextNative(f *object.Object, it object.Value, in *bytecode.Instr) {
	if err := m.agent.EnterNative(); err != nil {
		m.raise(err)
		return
	}
	v, err := m.callNative(f, it, nil, nil, 0)
	m.agent.LeaveNative()
	m.finish(in.B, v, err)
}

// fastIterNext is a step of fast mode that the loop did not take: a hole, the
// end, or an array that has changed.
func (m *Machine) fastIterNext(in *bytecode.Instr) {
	o := m.get(in.A).AsObject()
	pos := m.reg(in.A + 2)
	i := uint32(pos.bits)
	e := o.Elements()
	if i >= e.Length {
		// The end: take the jump of the following ITERVALUE and stay done.
		m.reg(in.A + 1).bits = bitsUndefined
		pos.bits = bitsTrue
		m.pc++
		m.jump16(m.instr(m.pc - 1))
		return
	}
	pos.bits = bitsFastPos | uint64(i+1)
	v, err := o.Get(m.agent, object.IndexKey(i))
	if err != nil {
		m.reg(in.A + 1).bits = bitsUndefined
		pos.bits = bitsTrue
		m.raise(err)
		return
	}
	m.reg(in.B).set(v)
	m.pc++
}

func slowIterValue(m *Machine, in *bytecode.Instr) {
	a := m.agent
	v := m.get(in.B)
	result := v.ObjectOrNil()
	if result == nil {
		m.raise(a.TypeError("Iterator result %s is not an object", a.Describe(v)))
		return
	}
	done, err := object.IteratorComplete(a, result)
	if err != nil {
		m.raise(err)
		return
	}
	if done {
		m.jump16(in)
		return
	}
	x, err := object.IteratorValue(a, result)
	if err != nil {
		m.raise(err)
		return
	}
	m.reg(in.B).set(x)
	m.reg(in.A + 2).bits = bitsFalse
}

// slowIterClose is IteratorClose (7.4.11) with a completion that is not a throw.
func slowIterClose(m *Machine, in *bytecode.Instr) {
	ret, it, err := m.iterReturnMethod(in.A)
	if err == nil && !ret.IsUndefined() {
		var v object.Value
		if v, err = m.agent.Call(ret, it); err == nil && !v.IsObject() {
			err = m.agent.TypeError("Iterator result %s is not an object", m.agent.Describe(v))
		}
	}
	if err != nil {
		m.raise(err)
	}
}

// iterReturnMethod marks the iterator as done and returns its return method,
// undefined if there is nothing to call.
func (m *Machine) iterReturnMethod(base uint16) (method, it object.Value, err error) {
	if m.reg(base+1).bits == bitsFastIter {
		if !m.arrayIteratorHasReturn() {
			m.reg(base + 1).bits = bitsUndefined
			m.reg(base + 2).bits = bitsTrue
			return object.Undefined, object.Undefined, nil
		}
		m.leaveFastIter(base)
	}
	if m.reg(base+2).bits == bitsTrue {
		return object.Undefined, object.Undefined, nil
	}
	m.reg(base + 2).bits = bitsTrue
	it = m.get(base)
	method, err = object.GetMethod(m.agent, it, m.agent.NameKey(object.NameReturn))
	return method, it, err
}

// arrayIteratorHasReturn reports whether somebody gave array iterators a
// return method.
func (m *Machine) arrayIteratorHasReturn() bool {
	proto := m.code.realm.Intrinsic(object.IntrinsicArrayIteratorPrototype)
	r := proto.LookupForCache(m.agent, m.agent.NameKey(object.NameReturn))
	return r.Kind != object.CacheMissing
}

// extIterCloseQ is IteratorClose with a throw completion, which wins over
// whatever return does; a termination closes nothing.
func extIterCloseQ(m *Machine, in *bytecode.Instr) {
	ret, it, err := m.iterReturnMethod(in.A)
	if err == nil && !ret.IsUndefined() {
		_, err = m.agent.Call(ret, it)
	}
	if err != nil {
		if _, catchable := object.Catch(err); !catchable {
			m.raise(err)
		}
	}
}

func extIterReturn(m *Machine, in *bytecode.Instr) {
	ret, it, err := m.iterReturnMethod(in.B)
	if err != nil {
		m.raise(err)
		return
	}
	if ret.IsUndefined() {
		m.reg(in.A).set(object.Undefined)
		m.reg(in.A + 1).set(object.Int(0))
		return
	}
	m.reg(in.A + 1).set(object.Int(1))
	v, err := m.agent.Call(ret, it)
	m.finish(in.A, v, err)
}

func extGetAsyncIter(m *Machine, in *bytecode.Instr) {
	v := m.get(in.B)
	rec, err := object.GetIteratorElse(m.agent, v, true, m.notAsyncIterable)
	if err != nil {
		m.raise(err)
		return
	}
	m.reg(in.A).set(object.Obj(rec.Iterator))
	m.reg(in.A + 1).set(rec.Next)
	m.reg(in.A + 2).bits = bitsFalse
}

func extAsyncNext(m *Machine, in *bytecode.Instr) {
	it, next := m.get(in.B), m.get(in.B+1)
	m.reg(in.B + 2).bits = bitsTrue
	v, err := m.agent.Call(next, it)
	m.finish(in.A, v, err)
}

func extIterDone(m *Machine, in *bytecode.Instr) {
	done, err := object.IteratorComplete(m.agent, m.get(in.B).AsObject())
	m.finish(in.A, object.Bool(done), err)
}

func extIterVal(m *Machine, in *bytecode.Instr) {
	v, err := object.IteratorValue(m.agent, m.get(in.B).AsObject())
	m.finish(in.A, v, err)
}

// extDelegate is a step of yield* (15.5.5).
func extDelegate(m *Machine, in *bytecode.Instr) {
	a := m.agent
	it, method := m.get(in.A), m.get(in.A+1)
	received, mode := m.get(in.B), uint32(m.reg(in.B+1).bits)
	var err error
	switch mode {
	case resumeThrow:
		method, err = object.GetMethod(a, it, a.NameKey(object.NameThrow))
	case resumeReturn:
		method, err = object.GetMethod(a, it, a.NameKey(object.NameReturn))
	}
	if err != nil {
		m.raise(err)
		return
	}
	code := object.Int(0)
	if method.IsUndefined() && mode != resumeNext {
		code = object.Int(1)
		if mode == resumeThrow {
			code = object.Int(2)
		}
		m.reg(in.C).set(received)
		m.reg(in.C + 1).set(code)
		return
	}
	m.reg(in.C + 1).set(code)
	v, err := a.Call(method, it, received)
	m.finish(in.C, v, err)
}

// forIn is the state of a for-in enumeration (14.7.5.9).
type forIn struct {
	object  *object.Object // whose keys are being enumerated
	keys    []object.PropertyKey
	next    int
	visited map[object.PropertyKey]struct{} // nil while on the first object
	first   []object.PropertyKey            // keys of objects visited, until visited is needed
	ahead   []forInLevel                    // the next objects, if their keys are known already
}

// forInLevel is an object of the prototype chain with its keys.
type forInLevel struct {
	object *object.Object // nil: the chain has ended
	keys   []object.PropertyKey
}

// maxProxies bounds the proxies on a prototype chain, which may lead to itself.
// HOST: V8 gives up after as many.
const maxProxies = 100_000

// enter begins with the keys of o. HOST: what a proxy inherits is asked for
// before the descriptors of its own keys are, as in V8.
func (st *forIn) enter(a *object.Agent, o *object.Object) (err error) {
	if o == nil || !isProxy(o) {
		st.object, st.next = o, 0
		if o != nil {
			st.keys, err = o.OwnPropertyKeys(a)
		}
		return err
	}
	for {
		level := forInLevel{object: o}
		if o != nil {
			if level.keys, err = o.OwnPropertyKeys(a); err != nil {
				return err
			}
		}
		st.ahead = append(st.ahead, level)
		if o == nil || !isProxy(o) {
			break
		}
		if len(st.ahead) == maxProxies {
			return a.RangeError("Maximum call stack size exceeded")
		}
		if err := a.Tick(1); err != nil {
			return err
		}
		if err := a.Charge(32); err != nil {
			return err
		}
		if o, err = o.GetPrototypeOf(a); err != nil {
			return err
		}
	}
	st.advance()
	return nil
}

func isProxy(o *object.Object) bool {
	_, ok := object.ProxyTarget(o)
	return ok
}

// advance takes the next of the objects whose keys are known.
func (st *forIn) advance() {
	st.object, st.keys, st.next = st.ahead[0].object, st.ahead[0].keys, 0
	st.ahead = st.ahead[1:]
}

func slowForIn(m *Machine, in *bytecode.Instr) {
	v := m.get(in.B)
	st := &forIn{}
	if !v.IsNullish() {
		o, err := object.ToObject(m.agent, v)
		if err != nil {
			m.raise(err)
			return
		}
		if err := st.enter(m.agent, o); err != nil {
			m.raise(err)
			return
		}
	}
	r := m.reg(in.A)
	r.ref, r.bits = unsafe.Pointer(st), bitsInternal
}

func slowForInNext(m *Machine, in *bytecode.Instr) {
	st := (*forIn)(m.reg(in.B).ref)
	k, ok, err := st.step(m.agent)
	switch {
	case err != nil:
		m.raise(err)
	case !ok:
		m.jump16(in)
	default:
		m.reg(in.A).set(k.Value())
	}
}

// step returns the next enumerable string key that is still present.
func (st *forIn) step(a *object.Agent) (k object.PropertyKey, ok bool, err error) {
	for st.object != nil {
		for st.next < len(st.keys) {
			k := st.keys[st.next]
			st.next++
			if !k.IsString() {
				continue
			}
			if st.visited != nil {
				if _, seen := st.visited[k]; seen {
					continue
				}
			}
			d, found, err := st.object.GetOwnProperty(a, k)
			if err != nil {
				return k, false, err
			}
			if !found {
				continue
			}
			if st.visited != nil {
				st.visited[k] = struct{}{}
			} else {
				st.first = append(st.first, k)
			}
			if d.Enumerable() {
				return k, true, nil
			}
		}
		if err := a.Tick(1); err != nil {
			return k, false, err
		}
		if len(st.ahead) > 0 {
			st.advance()
		} else {
			proto, err := st.object.GetPrototypeOf(a)
			if err == nil {
				err = st.enter(a, proto)
			}
			if err != nil {
				return k, false, err
			}
		}
		if st.visited == nil && len(st.keys) > 0 {
			st.visited = make(map[object.PropertyKey]struct{}, len(st.first))
			for _, k := range st.first {
				st.visited[k] = struct{}{}
			}
			st.first = nil
		}
	}
	return k, false, nil
}
