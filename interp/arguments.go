package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// The arguments of the running call, and the arguments object (10.4.4). What only
// asks for arguments.length, arguments[i] and f.apply(x, arguments) needs no object: the
// register that stands for it is undefined until something needs one.
//
// OPT: the object is made from what it would have been made from at the start
// of the call: the arguments themselves, which nothing changes, and the boxes of the
// parameters that it is mapped to (TestArgumentsMadeLate).

// frameArgs returns the arguments of the running call, which its frame or, after
// a generator was resumed, its coroutine has kept.
func (m *Machine) callArgs() (args unsafe.Pointer, n int) {
	f := &m.frames[m.fp]
	if f.flags&frameCoroutine != 0 && f.co.args != nil {
		return unsafe.Pointer(unsafe.SliceData(f.co.args)), len(f.co.args)
	}
	return f.args, int(f.argc)
}

func extArguments(m *Machine, in *bytecode.Instr) {
	if o := m.argumentsObject(in.B == 1); o != nil {
		m.reg(in.A).set(object.Obj(o))
	}
}

// argumentsObject is CreateMappedArgumentsObject or CreateUnmappedArgumentsObject; nil
// if it raised.
func (m *Machine) argumentsObject(mapped bool) *object.Object {
	args, n := m.callArgs()
	if err := m.agent.Charge(128 + n*int(valSize)); err != nil {
		m.raise(err)
		return nil
	}
	list := make([]object.Value, n)
	for i := range list {
		list[i] = (*val)(unsafe.Add(args, uintptr(i)*valSize)).value()
	}
	if !mapped {
		return object.CreateUnmappedArgumentsObject(m.agent, list)
	}
	t := m.code.template
	boxes := make([]*object.Box, min(len(t.ArgumentBoxes), n))
	for i := range boxes {
		if r := t.ArgumentBoxes[i]; r != 0 {
			boxes[i] = (*object.Box)(m.reg(r).ref)
		}
	}
	return object.CreateMappedArgumentsObject(m.agent, m.get(0).AsObject(), list, boxes)
}

// makeArguments makes the arguments object in register r if it is not there yet;
// it reports false if it raised.
func (m *Machine) makeArguments(r uint16) bool {
	if m.reg(r).bits != bitsUndefined {
		return true
	}
	o := m.argumentsObject(m.code.template.Flags&bytecode.FlagMappedArguments != 0)
	if o != nil {
		m.reg(r).set(object.Obj(o))
	}
	return o != nil
}

func extArgLength(m *Machine, in *bytecode.Instr) {
	if m.reg(in.B).bits == bitsUndefined {
		_, n := m.callArgs()
		a := m.reg(in.A)
		a.bits = tagInt32 | uint64(uint32(n))
		return
	}
	v, err := object.GetV(m.agent, m.get(in.B), m.agent.NameKey(object.NameLength))
	m.finish(in.A, v, err)
}

func extArgElem(m *Machine, in *bytecode.Instr) {
	args, n := m.callArgs()
	key := m.reg(in.C)
	if i := uint32(key.bits); m.reg(in.B).bits == bitsUndefined && key.bits >= tagInt32 && i < uint32(n) {
		v := (*val)(unsafe.Add(args, uintptr(i)*valSize))
		if t := m.code.template; int(i) < len(t.ArgumentBoxes) && t.ArgumentBoxes[i] != 0 {
			v = (*val)(m.reg(t.ArgumentBoxes[i]).ref)
		}
		m.reg(in.A).set(v.value())
		return
	}
	if !m.makeArguments(in.B) {
		return
	}
	k, err := object.ToPropertyKey(m.agent, m.get(in.C))
	if err != nil {
		m.raise(err)
		return
	}
	v, err := object.GetV(m.agent, m.get(in.B), k)
	m.finish(in.A, v, err)
}

// extApplyArgs is the call f.apply(x, arguments).
func extApplyArgs(m *Machine, in *bytecode.Instr) {
	if m.reg(in.B).bits == bitsUndefined && len(m.code.template.ArgumentBoxes) == 0 && m.passArguments(in) {
		return
	}
	if !m.makeArguments(in.B) {
		return
	}
	m.reg(in.A + 3).set(m.get(in.B))
	m.call(in.A, 2, in.C)
}

// passArguments calls a function with the arguments of the running one; it reports
// false, with nothing done, if Function.prototype.apply has to do it.
func (m *Machine) passArguments(in *bytecode.Instr) bool {
	apply, callee := m.get(in.A).ObjectOrNil(), m.get(in.A+1).ObjectOrNil()
	if apply == nil || apply.Kind() != object.KindNative || object.Payload[object.Native](apply).Magic != object.MagicApply {
		return false
	}
	args, n := m.callArgs()
	if callee == nil || callee.Kind() != object.KindClosure || n > maxDenseArguments {
		return false
	}
	code := closureOf(callee).code
	if !code.linked || code.template.Flags&bytecode.FlagClassConstructor != 0 {
		return false
	}
	// The steps of the two calls and of CreateListFromArrayLike.
	if err := m.agent.Tick(2 + n + n/16); err != nil {
		m.raise(err)
		return true
	}
	fr, err := m.pushFrame(code, callee, m.get(in.A+2), unsafe.Slice((*object.Value)(args), n), 0)
	if err != nil {
		m.raise(err)
		return true
	}
	fr.dst = in.C
	return true
}
