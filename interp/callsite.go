package interp

import (
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
	{"getEvalOrigin", func(a *object.Agent, f *StackFrame) object.Value {
		if src, _ := f.Position(); src != nil && src.Eval != nil {
			return object.StrGo(evalOrigin(src.Eval))
		}
		return object.Undefined
	}},
	{"getFileName", func(a *object.Agent, f *StackFrame) object.Value { return f.fileName() }},
	{"getFunction", func(a *object.Agent, f *StackFrame) object.Value {
		if f.Code != nil && f.Code.strict() {
			return object.Undefined
		}
		return valueOrUndefined(f.Function)
	}},
	{"getFunctionName", func(a *object.Agent, f *StackFrame) object.Value { return textOrNull(f.FunctionName()) }},
	{"getLineNumber", func(a *object.Agent, f *StackFrame) object.Value { return f.lineOrColumn(true) }},
	{"getMethodName", func(a *object.Agent, f *StackFrame) object.Value { return textOrNull(f.methodName(a)) }},
	{"getPosition", func(a *object.Agent, f *StackFrame) object.Value {
		_, offset := f.Position()
		return object.IntN(int(offset))
	}},
	{"getPromiseIndex", func(a *object.Agent, f *StackFrame) object.Value { return object.Null }},
	{"getScriptNameOrSourceURL", func(a *object.Agent, f *StackFrame) object.Value { return f.fileName() }},
	{"getScriptHash", func(a *object.Agent, f *StackFrame) object.Value { return object.StrGo("") }},
	{"getThis", func(a *object.Agent, f *StackFrame) object.Value {
		switch {
		case f.Code == nil || f.Code.strict() || f.Flags&frameAwaiting != 0:
			return object.Undefined
		case f.isToplevel():
			return object.Obj(f.Code.realm.GlobalThis)
		}
		return f.This
	}},
	{"getTypeName", func(a *object.Agent, f *StackFrame) object.Value { return textOrNull(f.typeName(a)) }},
	{"isAsync", func(a *object.Agent, f *StackFrame) object.Value { return object.Bool(f.Flags&frameAwaiting != 0) }},
	{"isConstructor", func(a *object.Agent, f *StackFrame) object.Value {
		return object.Bool(f.Flags&frameConstruct != 0)
	}},
	{"isEval", func(a *object.Agent, f *StackFrame) object.Value {
		return object.Bool(f.Code != nil && f.Code.template.Source != nil && f.Code.template.Source.Eval != nil)
	}},
	{"isNative", func(a *object.Agent, f *StackFrame) object.Value { return object.False }},
	{"isPromiseAll", func(a *object.Agent, f *StackFrame) object.Value { return object.False }},
	{"isToplevel", func(a *object.Agent, f *StackFrame) object.Value { return object.Bool(f.isToplevel()) }},
	{"toString", func(a *object.Agent, f *StackFrame) object.Value { return object.StrGo(f.String(a)) }},
}

func init() {
	props := make([]object.Prop, len(callSiteMethods)+1)
	props[0] = object.Ref("constructor", object.IntrinsicObject)
	for i := range callSiteMethods {
		props[i+1] = object.MethodMagic(callSiteMethods[i].name, 0, callSiteMethod, int32(i))
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

func textOrNull(s string) object.Value {
	if s == "" {
		return object.Null
	}
	return object.StrGo(s)
}

func (f *StackFrame) fileName() object.Value {
	if src, _ := f.Position(); src != nil {
		if src.Eval != nil {
			return object.Undefined
		}
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
// a function; ok is false if there is none.
func (m *Machine) prepareStackTrace(o *object.Object, t *Trace) (v object.Value, ok bool, err error) {
	a := m.agent
	r := a.CurrentRealm()
	if r == nil || t == nil {
		return v, false, nil
	}
	d, found := object.OrdinaryGetOwnProperty(a, r.Intrinsic(object.IntrinsicError), a.NameKey(namePrepareStackTrace))
	if !found || d.IsAccessor() || !object.IsCallable(d.Value) {
		return v, false, nil
	}
	sites := make([]object.Value, len(t.Frames))
	for i := range t.Frames {
		f := t.Frames[i]
		sites[i] = object.Obj(object.New(a, classCallSite, r.Intrinsic(intrinsicCallSitePrototype), &f))
	}
	v, err = a.Call(d.Value, object.Obj(r.Intrinsic(object.IntrinsicError)), object.Obj(o), object.Obj(a.NewArrayFrom(sites)))
	return v, true, err
}
