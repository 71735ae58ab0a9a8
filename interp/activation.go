package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// The properties arguments and caller of sloppy functions, which tell about the
// newest activation of the function.
//
// HOST: the specification knows them only to forbid them for other functions.
// V8 has them. A caller that is strict, built in, a generator, async or of another
// realm is null.

func init() { object.FunctionActivationHook = functionActivation }

// isPlainSloppy reports whether functions of t have the properties.
func isPlainSloppy(t *bytecode.Function) bool {
	const notPlain = bytecode.FlagStrict | bytecode.FlagGenerator | bytecode.FlagAsync
	return t.Flags&notPlain == 0 && t.Flags&bytecode.FlagConstructor != 0
}

func functionActivation(a *object.Agent, f *object.Object, arguments bool) object.Value {
	m := machineOf(a)
	native := m.nativeTop - 1
	code, regs := m.code, m.regs
	found := false
	if RealmOf(f) != a.CurrentRealm() {
		return object.Null // one realm does not look into the calls of another
	}
	for fp := m.fp; fp > 0; fp-- {
		for ; native >= 0 && m.nativeFrame[native] == fp; native-- {
			if found {
				return object.Null
			}
		}
		fr := &m.frames[fp]
		running := (*val)(regs).value().ObjectOrNil()
		switch {
		case code == nil || code.template.Flags&bytecode.FlagEval != 0 || running == nil || running.Kind() != object.KindClosure:
		case found:
			return m.calledBy(running)
		case running == f && arguments:
			return frameArguments(a, f, fr)
		case running == f:
			found = true
		}
		code, regs = fr.code, fr.regs
	}
	return object.Null
}

// calledBy is caller as the script may see it.
func (m *Machine) calledBy(f *object.Object) object.Value {
	t := TemplateOf(f)
	if !isPlainSloppy(t) || RealmOf(f) != m.agent.CurrentRealm() {
		return object.Null
	}
	return object.Obj(f)
}

// frameArguments is an arguments object for a frame that has kept its arguments;
// functions that mention the property have.
func frameArguments(a *object.Agent, f *object.Object, fr *Frame) object.Value {
	if fr.flags&frameArgs == 0 {
		return object.Null
	}
	if a.Charge(128+int(fr.argc)*int(valSize)) != nil {
		return object.Null
	}
	list := make([]object.Value, fr.argc)
	for i := range list {
		list[i] = (*val)(unsafe.Add(fr.args, uintptr(i)*valSize)).value().Clean()
	}
	return object.Obj(object.CreateMappedArgumentsObject(a, f, list, nil))
}
