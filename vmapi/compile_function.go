package vmapi

import (
	"errors"
	"fmt"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/parser"
	"github.com/burrowjs/burrow/realm"
)

// FunctionOptions are the options of CompileFunction (vm.compileFunction).
type FunctionOptions struct {
	// Filename is shown in stack traces.
	Filename string
	// LineOffset and ColumnOffset are as in ScriptOptions.
	LineOffset, ColumnOffset int
	// Context is where the function belongs; nil means the main context.
	Context *Context
	// Extensions are objects whose properties are variables around the function,
	// the last one innermost.
	Extensions []Value
	// Import answers import() in the function.
	Import ImportFunc
	// UseLoader is as in ScriptOptions.
	UseLoader bool
	// CachedData is what Call.CreateCachedData has returned for a function with
	// the same text and parameters; Call.CachedDataRejected tells what became of it.
	CachedData []byte
}

// ErrParameter is wrapped by the error for a parameter that is not an identifier.
var ErrParameter = errors.New("vmapi: a parameter is not an identifier")

// CompileFunction compiles body as that of a function with the given parameters
// (vm.compileFunction). The error is a *SyntaxError for an invalid body.
func (c *Call) CompileFunction(body string, params []string, opts FunctionOptions) (Value, error) {
	return c.compileFunction(jstring.FromGo(body), params, opts)
}

// CompileFunctionValue is CompileFunction with the text of a String.
func (c *Call) CompileFunctionValue(body Value, params []string, opts FunctionOptions) (Value, error) {
	if !body.IsString() {
		return Value{}, errors.New("vmapi: the body of a function is a string")
	}
	return c.compileFunction(body.v.AsString(), params, opts)
}

func (c *Call) compileFunction(body *jstring.String, params []string, opts FunctionOptions) (Value, error) {
	if err := c.check(); err != nil {
		return Value{}, err
	}
	ctx := opts.Context
	if ctx == nil {
		ctx = c.vm.main
	}
	if ctx.vm != c.vm {
		return Value{}, ErrOtherVM
	}
	names := make([]*jstring.String, len(params))
	for i, p := range params {
		if !isParameterName(p) {
			return Value{}, fmt.Errorf("%w: %q", ErrParameter, p)
		}
		names[i] = jstring.FromGo(p)
	}
	so := ScriptOptions{Filename: opts.Filename, Anonymous: true, LineOffset: opts.LineOffset, ColumnOffset: opts.ColumnOffset, Import: opts.Import, UseLoader: opts.UseLoader}
	src := so.source(body)
	po, err := metered(c.vm.agent, nil, body.Len())
	if err != nil {
		return Value{}, err
	}
	t, err := opts.compile(src, names, body, po)
	if err != nil {
		return Value{}, syntaxError(src, err)
	}
	var scope *interp.Scope
	for _, e := range opts.Extensions {
		if err := c.own(e); err != nil {
			return Value{}, err
		}
		o := e.value().ObjectOrNil()
		if o == nil {
			return Value{}, ErrNotObject
		}
		scope = interp.ObjectScope(o, scope)
	}
	f := interp.NewFunction(ctx.realm, t, scope)
	return c.value(object.Obj(f)), nil
}

// compile takes the function from its cache or makes it of the text.
func (o *FunctionOptions) compile(src *bytecode.Source, params []*jstring.String, body *jstring.String, po parser.Options) (*bytecode.Function, error) {
	ref := src.HostDefined.(*referrer)
	scoped := len(o.Extensions) > 0
	ref.kind = bytecode.CacheFunction
	if scoped {
		ref.kind = bytecode.CacheScopedFunction
	}
	if o.CachedData != nil {
		realm.SetFunctionSource(src, params, body)
		var err error
		ref.function, err = bytecode.DecodeFunction(o.CachedData, bytecode.NewCacheKey(ref.kind, src.Text), src)
		ref.rejected = err != nil
	}
	if ref.function == nil {
		t, err := realm.CompileFunctionBody(src, params, body, scoped, po)
		if err != nil {
			return nil, err
		}
		ref.function = t
	}
	return ref.function, nil
}

// isParameterName reports whether s alone is a parameter list of one name.
func isParameterName(s string) bool {
	src := &bytecode.Source{}
	for _, r := range s {
		if r == ',' || r == '=' || r == '{' || r == '[' || r == '.' || r == '(' || r == ')' || r == '/' || r <= ' ' {
			return false
		}
	}
	_, err := realm.CompileFunctionBody(src, []*jstring.String{jstring.FromGo(s)}, jstring.Empty, false, realm.ParseOptions())
	return s != "" && err == nil
}
