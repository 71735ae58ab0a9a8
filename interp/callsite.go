package interp

import (
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// CallSite objects and Error.prepareStackTrace, as V8 has them
// (https://v8.dev/docs/stack-trace-api).

// classCallSite is the class of CallSites; the payload is a StackFrame.
var classCallSite = &object.Class{Name: "CallSite", Kind: object.KindOther}

var (
	intrinsicCallSitePrototype = object.DeclareIntrinsic("CallSite.prototype")
	namePrepareStackTrace      = object.DeclareName("prepareStackTrace")
)

// callSiteMethods are the methods of CallSites. HOST: V8's set.
var callSiteMethods = []struct {
	name string
	get  func(a *object.Agent, f *StackFrame) object.Value
}{
	{"getColumnNumber", func(a *object.Agent, f *StackFrame) object.Value { return f.lineOrColumn(false) }},
	{"getEnclosingColumnNumber", func(a *object.Agent, f *StackFrame) object.Value { return f.lineOrColumn(false) }},
	{"getEnclosingLineNumber", func(a *object.Agent, f *StackFrame) object.Value { return f.lineOrColumn(true) }},
	{"getEvalOrigin", func(a *object.Agent, f *StackFrame) object.Value { return object.Undefined }},
	{"getFileName", func(a *object.Agent, f *StackFrame) object.Value { return f.fileName() }},
	{"getFunction", func(a *object.Agent, f *StackFrame) object.Value {
		if f.Code != nil && f.Code.strict() {
			return object.Undefined
		}
		return valueOrUndefined(f.Function)
	}},
	{"getFunctionName", func(a *object.Agent, f *StackFrame) object.Value {
		if n := f.FunctionName(); n != "" {
			return object.StrGo(n)
		}
		return object.Null
	}},
	{"getLineNumber", func(a *object.Agent, f *StackFrame) object.Value { return f.lineOrColumn(true) }},
	{"getMethodName", func(a *object.Agent, f *StackFrame) object.Value {
		if n := f.FunctionName(); n != "" && f.This.IsObject() && f.Function != nil {
			k := a.Key(n)
			for p := f.This.AsObject(); p != nil && p.Class().Get == nil; p = p.Shape().Proto() {
				if d, ok := object.OrdinaryGetOwnProperty(a, p, k); ok && d.Value.ObjectOrNil() == f.Function {
					return object.StrGo(n)
				}
			}
		}
		return object.Null
	}},
	{"getPosition", func(a *object.Agent, f *StackFrame) object.Value {
		_, offset := f.Position()
		return object.IntN(int(offset))
	}},
	{"getPromiseIndex", func(a *object.Agent, f *StackFrame) object.Value { return object.Null }},
	{"getScriptNameOrSourceURL", func(a *object.Agent, f *StackFrame) object.Value { return f.fileName() }},
	{"getScriptHash", func(a *object.Agent, f *StackFrame) object.Value { return object.StrGo("") }},
	{"getThis", func(a *object.Agent, f *StackFrame) object.Value {
		if f.Code != nil && f.Code.strict() {
			return object.Undefined
		}
		return f.This
	}},
	{"getTypeName", func(a *object.Agent, f *StackFrame) object.Value {
		if f.This.IsObject() {
			if n := a.ConstructorName(f.This.AsObject()); n != "" {
				return object.StrGo(n)
			}
			return object.StrGo("Object")
		}
		return object.Null
	}},
	{"isAsync", func(a *object.Agent, f *StackFrame) object.Value { return object.False }},
	{"isConstructor", func(a *object.Agent, f *StackFrame) object.Value {
		return object.Bool(f.Flags&frameConstruct != 0)
	}},
	{"isEval", func(a *object.Agent, f *StackFrame) object.Value {
		return object.Bool(f.Code != nil && f.Code.template.Flags&bytecode.FlagEval != 0)
	}},
	{"isNative", func(a *object.Agent, f *StackFrame) object.Value { return object.False }},
	{"isPromiseAll", func(a *object.Agent, f *StackFrame) object.Value { return object.False }},
	{"isToplevel", func(a *object.Agent, f *StackFrame) object.Value {
		return object.Bool(!f.This.IsObject() || f.Code != nil && f.This.AsObject() == f.Code.realm.GlobalThis)
	}},
	{"toString", func(a *object.Agent, f *StackFrame) object.Value { return object.StrGo(f.String(a)) }},
}

func init() {
	props := make([]object.Prop, len(callSiteMethods))
	for i := range callSiteMethods {
		props[i] = object.MethodMagic(callSiteMethods[i].name, 0, callSiteMethod, int32(i))
	}
	object.DefineIntrinsic(intrinsicCallSitePrototype, object.Spec{Props: props})
	classCallSite.Trace = func(o *object.Object, v object.Visitor) {
		f := object.Payload[StackFrame](o)
		if f.Function != nil {
			v.Object(f.Function)
		}
		v.Value(f.This)
	}
}

func callSiteMethod(c *object.Call) (object.Value, error) {
	f := object.PayloadOf[StackFrame](c.This, classCallSite)
	m := &callSiteMethods[c.Magic()]
	if f == nil {
		return object.Undefined, c.Agent.TypeError("CallSite method %s expects CallSite as receiver", m.name)
	}
	return m.get(c.Agent, f), nil
}

func (f *StackFrame) fileName() object.Value {
	if src, _ := f.Position(); src != nil {
		return object.StrGo(src.Name)
	}
	return object.Undefined
}

func (f *StackFrame) lineOrColumn(line bool) object.Value {
	src, offset := f.Position()
	if src == nil {
		return object.Null
	}
	l, c := LineColumn(src, offset)
	if line {
		return object.IntN(l)
	}
	return object.IntN(c)
}

// prepareStackTrace calls Error.prepareStackTrace of the current realm if it is
// a function; ok is false if there is none or it throws.
func (m *Machine) prepareStackTrace(o *object.Object, t *Trace) (v object.Value, ok bool) {
	a := m.agent
	r := a.CurrentRealm()
	if r == nil || t == nil {
		return v, false
	}
	d, found := object.OrdinaryGetOwnProperty(a, r.Intrinsic(object.IntrinsicError), a.NameKey(namePrepareStackTrace))
	if !found || d.IsAccessor() || !object.IsCallable(d.Value) {
		return v, false
	}
	sites := make([]object.Value, len(t.Frames))
	for i := range t.Frames {
		f := t.Frames[i]
		sites[i] = object.Obj(object.New(a, classCallSite, r.Intrinsic(intrinsicCallSitePrototype), &f))
	}
	v, err := a.Call(d.Value, object.Obj(r.Intrinsic(object.IntrinsicError)), object.Obj(o), object.Obj(a.NewArrayFrom(sites)))
	return v, err == nil
}
