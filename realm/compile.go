package realm

import (
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/compiler"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/parser"
	"github.com/burrowjs/burrow/regexp/syntax"
)

// Goal is the goal symbol of a text.
type Goal uint8

// The goals.
const (
	GoalScript Goal = iota
	GoalModule
)

// ParseOptions are the options with which the engine parses. They accept the
// syntax of deferred and source phase imports, which is an error without them.
func ParseOptions() parser.Options {
	return parser.Options{CheckRegExp: syntax.Check, ImportPhases: true}
}

// CompileScript compiles a script. Errors are *parser.SyntaxError or limits of
// the compiler.
func CompileScript(src *bytecode.Source, opts parser.Options) (*bytecode.Function, error) {
	s, err := parser.ParseScript(src.Text, opts)
	if err != nil {
		return nil, err
	}
	return compiler.CompileScript(s, src, opts.Tick)
}

// CompileModule compiles a source text module.
func CompileModule(src *bytecode.Source, opts parser.Options) (*bytecode.Module, error) {
	m, err := parser.ParseModule(src.Text, opts)
	if err != nil {
		return nil, err
	}
	return compiler.CompileModule(m, src, opts.Tick)
}

// CompileFunctionBody compiles body as that of a function with the given
// parameter names; scoped if its free names are looked up in objects first. It
// sets the source's text, also when it fails.
func CompileFunctionBody(src *bytecode.Source, params []*jstring.String, body *jstring.String, scoped bool, opts parser.Options) (*bytecode.Function, error) {
	s, node, err := parser.ParseFunctionBody(params, body, opts)
	src.Text, src.Skip = s.Source, 1
	if err != nil {
		return nil, err
	}
	return compiler.CompileFunction(node, src, compiler.FunctionOptions{Scoped: scoped, Tick: opts.Tick})
}

// SetFunctionSource makes src the text that CompileFunctionBody would compile.
func SetFunctionSource(src *bytecode.Source, params []*jstring.String, body *jstring.String) {
	src.Text, _ = parser.FunctionSource(params, body)
	src.Skip = 1
}

// ThrowCompileError turns an error of the parser or compiler into an exception
// of realm r.
func ThrowCompileError(a *object.Agent, r *object.Realm, src *bytecode.Source, err error) error {
	if _, ok := err.(*object.Termination); ok {
		return err
	}
	e, ok := err.(*parser.SyntaxError)
	id, message := object.IntrinsicSyntaxErrorPrototype, err.Error()
	if ok {
		message = e.Message
		switch {
		case e.RangeError:
			id = object.IntrinsicRangeErrorPrototype
		case e.ReferenceError:
			id = object.IntrinsicReferenceErrorPrototype
		}
	}
	o := a.NewError(r.Intrinsic(id), jstring.FromGo(message))
	if ok && src != nil {
		interp.SetErrorPosition(o, src, e.Offset, e.End)
	}
	return object.Throw(object.Obj(o))
}

func init() {
	interp.CompileEval = compileEval
	interp.CompileLazy = compileLazy
	object.CreateDynamicFunction = createDynamicFunction
}

func compileEval(a *object.Agent, r *object.Realm, text *jstring.String, ctx interp.EvalContext) (*bytecode.Function, error) {
	text.Flatten()
	src := &bytecode.Source{Text: text, Name: "<anonymous>", Eval: interp.MachineOf(a).EvalOrigin()}
	if ctx.Caller != nil {
		src.HostDefined = ctx.Caller.HostDefined
	}
	if err := ChargeCompile(a, text.Len()); err != nil {
		return nil, err
	}
	opts := ParseOptions()
	opts.Strict, opts.Tick = ctx.Strict, a.Tick
	if ctx.Direct {
		opts.Eval = &parser.EvalContext{
			InFunction:           ctx.AllowNewTarget,
			InMethod:             ctx.AllowSuperProperty,
			InDerivedConstructor: ctx.AllowSuperCall,
			InClassFieldInit:     ctx.InClassField,
			PrivateNames:         ctx.PrivateNames,
		}
	}
	s, err := parser.ParseEval(text, opts)
	var f *bytecode.Function
	if err == nil {
		f, err = compiler.CompileEval(s, src, compiler.EvalOptions{
			Scoped:             ctx.Scoped,
			AllowNewTarget:     ctx.AllowNewTarget,
			AllowSuperProperty: ctx.AllowSuperProperty,
			AllowSuperCall:     ctx.AllowSuperCall,
			InClassField:       ctx.InClassField,
			Tick:               a.Tick,
		})
	}
	if err != nil {
		return nil, ThrowCompileError(a, r, src, err)
	}
	return f, nil
}

// compileLazy compiles a function at its first call. It can be interrupted, but
// counts no steps and charges no memory: how often it happens depends on who
// shares the template.
func compileLazy(a *object.Agent, r *object.Realm, t *bytecode.Function) (*bytecode.Function, error) {
	opts := ParseOptions()
	opts.LegacyAssert = true
	opts.Tick = func(int) error { return a.Poll() }
	f, err := compiler.CompileLazy(t, opts)
	if err != nil {
		return nil, ThrowCompileError(a, r, t.Source, err)
	}
	return f, nil
}

// compileBytes is what a code unit of source text is taken to cost in memory:
// the tree, while it lives, and the instructions.
const compileBytes = 24

// compileOverhead is what the shortest text costs.
const compileOverhead = 2048

// ChargeCompile accounts for the compilation of a text of that length.
func ChargeCompile(a *object.Agent, length int) error {
	if err := a.Charge(compileOverhead + length*compileBytes); err != nil {
		return err
	}
	return a.Tick(length / 64)
}

// dynamicKinds are the prototypes that functions of each kind fall back to.
var dynamicKinds = [...]object.Intrinsic{
	parser.DynamicNormal:         object.IntrinsicFunctionPrototype,
	parser.DynamicGenerator:      object.IntrinsicGeneratorFunctionPrototype,
	parser.DynamicAsync:          object.IntrinsicAsyncFunctionPrototype,
	parser.DynamicAsyncGenerator: object.IntrinsicAsyncGeneratorFunctionPrototype,
}

// createDynamicFunction is 20.2.1.1.1, https://tc39.es/ecma262/#sec-createdynamicfunction
func createDynamicFunction(a *object.Agent, ctor, newTarget *object.Object, kind int, args []object.Value) (object.Value, error) {
	if newTarget == nil {
		newTarget = ctor
	}
	realm := a.CurrentRealm()
	var params jstring.Builder
	body := jstring.Empty
	for i, arg := range args {
		s, err := object.ToString(a, arg)
		if err != nil {
			return object.Undefined, err
		}
		switch {
		case i == len(args)-1:
			body = s
		default:
			if i > 0 {
				params.Unit(',')
			}
			params.Str(s)
		}
	}
	if a.Host.EnsureCanCompileStrings != nil {
		if err := a.Host.EnsureCanCompileStrings(a, realm); err != nil {
			return object.Undefined, err
		}
	}
	if err := ChargeCompile(a, params.Len()+body.Len()); err != nil {
		return object.Undefined, err
	}
	opts := ParseOptions()
	opts.Tick = a.Tick
	s, node, err := parser.ParseFunction(parser.DynamicKind(kind), params.String(), body, opts)
	var t *bytecode.Function
	var src *bytecode.Source
	if err == nil {
		src = &bytecode.Source{Text: s.Source, Name: "<anonymous>", HostDefined: interp.MachineOf(a).ActiveSourceHost(), Eval: interp.MachineOf(a).EvalOrigin()}
		t, err = compiler.CompileFunction(node, src, compiler.FunctionOptions{Tick: a.Tick})
	}
	if err != nil {
		return object.Undefined, ThrowCompileError(a, realm, src, err)
	}
	proto, err := object.GetPrototypeFromConstructor(a, newTarget, dynamicKinds[kind])
	if err != nil {
		return object.Undefined, err
	}
	f := interp.NewFunction(realm, t, nil)
	if f.Shape().Proto() != proto {
		if _, err := f.SetPrototypeOf(a, proto); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(f), nil
}
