package interp

import (
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// Built-in functions that only call another: the loop does that itself, without
// recursion. They take the steps that the built-in would take, and show in no
// stack trace, as V8's do not.

// isLoopNative reports whether n is one that nativeInLoop may be able to do.
func isLoopNative(n *object.Native) bool {
	return n.Magic <= object.MagicCall && n.Magic >= magicReturn && n.Magic != object.MagicTypedLength
}

// nativeInLoop calls n, whose own step has been taken, without recursion; it reports
// false, with nothing done, if the native has to be called after all.
func (m *Machine) nativeInLoop(n *object.Native, base uint16, argc int, dst uint16) bool {
	switch n.Magic {
	case object.MagicCall:
		return m.callInWindow(base, argc, dst)
	case object.MagicApply:
		return m.applyInLoop(m.reg(base+1), base+2, argc, dst)
	case object.MagicReflectApply:
		return argc == 3 && m.applyInLoop(m.reg(base+2), base+3, argc-1, dst)
	}
	return m.generatorInLoop(n, base, argc, dst)
}

// callInWindow is Function.prototype.call (20.2.3.3): the registers of the call
// from the second on are those of the call that it makes.
//
// OPT: nothing tells the two calls from one (TestCallAndApplyInLoop).
func (m *Machine) callInWindow(base uint16, argc int, dst uint16) bool {
	callee := m.reg(base + 1)
	if !callee.isObject() {
		return false
	}
	switch f := (*object.Object)(callee.ref); f.Kind() {
	case object.KindNative:
		if isLoopNative(object.Payload[object.Native](f)) {
			return false // call.call(...) may go on for ever
		}
	case object.KindClosure:
	default:
		return false
	}
	if argc == 0 {
		m.reg(base + 2).bits = bitsUndefined
		argc = 1
	}
	m.call(base+1, argc-1, dst)
	return true
}

// maxDenseArguments is how many arguments are passed on by way of the machine's list.
const maxDenseArguments = 64

// applyInLoop calls the function in callee with a this value in register from and
// the elements of an array or arguments object in the one after it; argc says how
// many of the two there are (20.2.3.1, 28.1.1).
//
// OPT: of those that are plain data no property is read by [[Get]]
// (TestCallAndApplyInLoop).
func (m *Machine) applyInLoop(callee *val, from uint16, argc int, dst uint16) bool {
	if !callee.isObject() {
		return false
	}
	f := (*object.Object)(callee.ref)
	if f.Kind() != object.KindClosure {
		return false
	}
	cl := closureOf(f)
	if !cl.code.linked || cl.code.template.Flags&bytecode.FlagClassConstructor != 0 {
		return false
	}
	this := object.Undefined
	if argc > 0 {
		this = m.get(from)
	}
	list, steps := m.passed[:0], 0
	if argc > 1 && !m.get(from+1).IsNullish() {
		o := m.get(from + 1).ObjectOrNil()
		if o == nil {
			return false
		}
		var ok bool
		if list, steps, ok = m.code.realm.AppendDense(list, o, maxDenseArguments); !ok {
			return false
		}
	}
	m.pushPassed(cl.code, f, this, list, steps+1, dst)
	return true
}

// pushPassed enters f with arguments in the machine's list, taking steps.
func (m *Machine) pushPassed(code *Code, f *object.Object, this object.Value, list []object.Value, steps int, dst uint16) {
	err := m.agent.Tick(steps)
	if err == nil {
		var fr *Frame
		if fr, err = m.pushFrame(code, f, this, list, 0); err == nil {
			fr.dst = dst
		}
	}
	clear(list)
	m.passed = list[:0]
	if err != nil {
		m.raise(err)
	}
}
