package vmapi

import (
	"time"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// NodeVM returns the object that require('node:vm') gives to scripts of the
// main context.
func (vm *VM) NodeVM() Value {
	if vm.nodeVM.vm != nil {
		return vm.nodeVM
	}
	a, r := vm.agent, vm.main.realm
	m := a.NewObject(r.Intrinsic(object.IntrinsicObjectPrototype))
	define := func(o *object.Object, name string, length int, fn object.NativeFunction) *object.Object {
		f := a.NewNative(r, name, length, fn)
		o.AppendProperty(a, a.Key(name), object.Obj(f), object.AttrDefault)
		return f
	}
	script := define(m, "Script", 1, nodeScript)
	script.SetCallable(true)
	proto := a.NewObject(r.Intrinsic(object.IntrinsicObjectPrototype))
	proto.AppendProperty(a, a.NameKey(object.NameConstructor), object.Obj(script), object.AttrMethod)
	define(proto, "runInThisContext", 1, nodeScriptRunInThisContext)
	define(proto, "runInContext", 2, nodeScriptRunInContext)
	define(proto, "runInNewContext", 2, nodeScriptRunInNewContext)
	_ = script.DefineValue(a, a.NameKey(object.NamePrototype), object.Obj(proto), 0) // a fresh function: cannot fail
	vm.scriptProto = proto
	define(m, "createContext", 2, nodeCreateContext)
	define(m, "isContext", 1, nodeIsContext)
	define(m, "runInContext", 3, nodeRunInContext)
	define(m, "runInNewContext", 3, nodeRunInNewContext)
	define(m, "runInThisContext", 2, nodeRunInThisContext)
	vm.nodeVM = Value{vm, object.Obj(m)}
	return vm.nodeVM
}

var (
	nameFilename      = object.DeclareName("filename")
	nameLineOffset    = object.DeclareName("lineOffset")
	nameColumnOffset  = object.DeclareName("columnOffset")
	nameTimeout       = object.DeclareName("timeout")
	nameMicrotaskMode = object.DeclareName("microtaskMode")
)

// classScript is the class of vm.Script objects; the payload is a Script.
var classScript = &object.Class{Name: "Script", Kind: object.KindOther}

func vmOf(c *object.Call) *VM { return c.Agent.AgentData.(*VM) }

func invalidArgType(c *object.Call, name, want string, v object.Value) error {
	err := c.Agent.TypeError("The \"%s\" argument must be of type %s. Received %s", name, want, receivedText(c.Agent, v))
	if e, ok := object.Catch(err); ok {
		e.AsObject().AppendProperty(c.Agent, c.Agent.Key("code"), object.StrGo("ERR_INVALID_ARG_TYPE"), object.AttrDefault)
	}
	return err
}

// receivedText is how Node's argument errors describe a value.
func receivedText(a *object.Agent, v object.Value) string {
	switch {
	case v.IsNullish():
		return a.Describe(v)
	case object.IsCallable(v):
		return "function " + a.ConstructorName(v.AsObject())
	case v.IsObject():
		if n := a.ConstructorName(v.AsObject()); n != "" {
			return "an instance of " + n
		}
		return a.Describe(v)
	case v.IsString():
		return "type string ('" + a.Describe(v) + "')"
	}
	return "type " + object.TypeOf(v).String() + " (" + a.Describe(v) + ")"
}

// options reads the options of a script: a string is the file name.
func options(c *object.Call, v object.Value) (s ScriptOptions, run RunOptions, err error) {
	a := c.Agent
	if v.IsString() {
		s.Filename = v.AsString().String()
		return s, run, nil
	}
	o := v.ObjectOrNil()
	if o == nil {
		if !v.IsUndefined() {
			err = invalidArgType(c, "options", "object", v)
		}
		return s, run, err
	}
	read := func(n object.Name, into func(object.Value) error) {
		if err != nil {
			return
		}
		var x object.Value
		if x, err = o.Get(a, a.NameKey(n)); err == nil && !x.IsUndefined() {
			err = into(x)
		}
	}
	number := func(name string, into *int) func(object.Value) error {
		return func(x object.Value) error {
			if !x.IsNumber() {
				return invalidArgType(c, "options."+name, "number", x)
			}
			*into = int(x.AsNumber())
			return nil
		}
	}
	read(nameFilename, func(x object.Value) error {
		if !x.IsString() {
			return invalidArgType(c, "options.filename", "string", x)
		}
		s.Filename = x.AsString().String()
		return nil
	})
	read(nameLineOffset, number("lineOffset", &s.LineOffset))
	read(nameColumnOffset, number("columnOffset", &s.ColumnOffset))
	ms := 0
	read(nameTimeout, number("timeout", &ms))
	run.Timeout = time.Duration(ms) * time.Millisecond
	return s, run, err
}

func (c *Context) nodeRun(call *object.Call, s *Script, run RunOptions) (object.Value, error) {
	a := call.Agent
	if run.Timeout <= 0 {
		return s.run(c)
	}
	old := a.Deadline
	end := time.Now().Add(run.Timeout)
	if !old.IsZero() && !end.Before(old) {
		return s.run(c)
	}
	a.Deadline = end
	defer func() { a.Deadline = old }()
	v, err := s.run(c)
	if t, ok := err.(*object.Termination); ok && t.Cause == object.TerminatedDeadline {
		err = a.ThrowError((&TimeoutError{run.Timeout}).Error())
		if e, ok := object.Catch(err); ok {
			e.AsObject().AppendProperty(a, a.Key("code"), object.StrGo("ERR_SCRIPT_EXECUTION_TIMEOUT"), object.AttrDefault)
		}
	}
	return v, err
}

func compileFor(c *object.Call, code *jstring.String, s ScriptOptions) (*Script, error) {
	script, err := NewScript(code.WTF8(), s)
	if e, ok := err.(*SyntaxError); ok {
		return nil, c.Agent.SyntaxError("%s", e.Message)
	}
	return script, err
}

func nodeScript(c *object.Call) (object.Value, error) {
	if c.NewTarget == nil {
		return object.Undefined, c.Agent.TypeError("Class constructor Script cannot be invoked without 'new'")
	}
	code, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	opts, _, err := options(c, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	s, err := compileFor(c, code, opts)
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(object.New(c.Agent, classScript, vmOf(c).scriptProto, s)), nil
}

func thisScript(c *object.Call) (*Script, error) {
	s := object.PayloadOf[Script](c.This, classScript)
	if s == nil {
		return nil, c.Agent.TypeError("Illegal invocation")
	}
	return s, nil
}

func nodeScriptRunInThisContext(c *object.Call) (object.Value, error) {
	s, err := thisScript(c)
	if err != nil {
		return object.Undefined, err
	}
	_, run, err := options(c, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	return vmOf(c).main.nodeRun(c, s, run)
}

// contextArg returns the context of a contextified argument.
func contextArg(c *object.Call, v object.Value) (*Context, error) {
	if o := v.ObjectOrNil(); o != nil {
		if ctx := vmOf(c).contextOf(o); ctx != nil {
			return ctx, nil
		}
		return nil, invalidArgType(c, "contextifiedObject", "vm.Context", v)
	}
	return nil, invalidArgType(c, "contextifiedObject", "object", v)
}

func nodeScriptRunInContext(c *object.Call) (object.Value, error) {
	s, err := thisScript(c)
	if err != nil {
		return object.Undefined, err
	}
	ctx, err := contextArg(c, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	_, run, err := options(c, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	return ctx.nodeRun(c, s, run)
}

func nodeScriptRunInNewContext(c *object.Call) (object.Value, error) {
	s, err := thisScript(c)
	if err != nil {
		return object.Undefined, err
	}
	ctx, err := createContext(c, c.Arg(0), c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	_, run, err := options(c, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	return ctx.nodeRun(c, s, run)
}

// createContext is vm.createContext for its two arguments.
func createContext(c *object.Call, sandbox, opts object.Value) (*Context, error) {
	a := c.Agent
	if sandbox.IsUndefined() {
		sandbox = object.Obj(a.NewObject(c.Intrinsic(object.IntrinsicObjectPrototype)))
	}
	if !sandbox.IsObject() {
		return nil, invalidArgType(c, "contextObject", "object", sandbox)
	}
	var co ContextOptions
	if o := opts.ObjectOrNil(); o != nil {
		mode, err := o.Get(a, a.NameKey(nameMicrotaskMode))
		if err != nil {
			return nil, err
		}
		if mode.IsString() && mode.AsString().EqualGo("afterEvaluate") {
			co.MicrotaskMode = MicrotasksAfterEvaluate
		}
	}
	return vmOf(c).contextify(sandbox.AsObject(), co), nil
}

func nodeCreateContext(c *object.Call) (object.Value, error) {
	ctx, err := createContext(c, c.Arg(0), c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(ctx.sandbox), nil
}

func nodeIsContext(c *object.Call) (object.Value, error) {
	o := c.Arg(0).ObjectOrNil()
	if o == nil {
		return object.Undefined, invalidArgType(c, "object", "object", c.Arg(0))
	}
	return object.Bool(vmOf(c).contextOf(o) != nil), nil
}

// codeArg compiles the code and options of the module's run functions.
func codeArg(c *object.Call, opts object.Value) (*Script, RunOptions, error) {
	code := c.Arg(0)
	if !code.IsString() {
		return nil, RunOptions{}, invalidArgType(c, "code", "string", code)
	}
	s, run, err := options(c, opts)
	if err != nil {
		return nil, run, err
	}
	script, err := compileFor(c, code.AsString(), s)
	return script, run, err
}

func nodeRunInContext(c *object.Call) (object.Value, error) {
	ctx, err := contextArg(c, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	s, run, err := codeArg(c, c.Arg(2))
	if err != nil {
		return object.Undefined, err
	}
	return ctx.nodeRun(c, s, run)
}

func nodeRunInNewContext(c *object.Call) (object.Value, error) {
	s, run, err := codeArg(c, c.Arg(2))
	if err != nil {
		return object.Undefined, err
	}
	ctx, err := createContext(c, c.Arg(1), c.Arg(2))
	if err != nil {
		return object.Undefined, err
	}
	return ctx.nodeRun(c, s, run)
}

func nodeRunInThisContext(c *object.Call) (object.Value, error) {
	s, run, err := codeArg(c, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	return vmOf(c).main.nodeRun(c, s, run)
}
