package vmapi

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/parser"
	"github.com/burrowjs/burrow/realm"
)

// ScriptOptions are the options with which a script is compiled (vm.Script).
type ScriptOptions struct {
	// Filename is shown in stack traces; "" means evalmachine.<anonymous>.
	Filename string
	// Anonymous means that "" stands for itself.
	Anonymous bool
	// LineOffset and ColumnOffset are added to positions in stack traces; the
	// column offset applies to the first line.
	LineOffset, ColumnOffset int
	// Import answers import() in the script (importModuleDynamically). A script
	// that runs in several VMs calls it on the goroutines of all of them.
	Import ImportFunc
	// UseLoader lets Options.Loader of the VM answer import() instead
	// (vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER).
	UseLoader bool
	// Context ends the compilation with its error when it is done; nil means
	// that it takes as long as it takes. What compiles inside a call of a VM is
	// bounded by that VM's limits and the running timeouts besides.
	Context context.Context
	// CachedData is what CreateCachedData of a script with the same text has
	// returned: the text is not parsed if it is accepted.
	CachedData []byte
}

// ImportAttribute is one attribute of an import: with { type: 'json' }.
type ImportAttribute struct{ Key, Value string }

// ImportFunc answers import(). The promise of the import is settled by what it
// returns.
type ImportFunc func(c *Call, specifier string, attributes []ImportAttribute) (ImportResult, error)

// ImportResult is a module to link and evaluate, or, if Module is nil, a value
// or promise of a value: a namespace object.
type ImportResult struct {
	// Module is linked if it is not yet, evaluated, and its namespace given out.
	// Its requests must have been answered.
	Module *Module
	// Value is a namespace object, a promise of one, or whatever import() shall give.
	Value Value
}

// referrer is the HostDefined of sources: who answers import().
type referrer struct {
	imports   ImportFunc
	useLoader bool
	filename  string
	// Of the function that CompileFunction has made: what kind of cache it has,
	// and whether the one given was rejected.
	function *bytecode.Function
	kind     bytecode.CacheKind
	rejected bool
}

// Script is a compiled script. It is immutable and bound to no VM: it may run
// in any number of contexts and VMs, also at the same time.
type Script struct {
	template     *bytecode.Function
	source       *bytecode.Source
	sourceMapURL string
	rejected     bool
}

// SyntaxError reports that a text is not valid JavaScript.
type SyntaxError struct {
	// Message is the text without the name of the error.
	Message string
	// Filename is that of the options, or of a sourceURL comment.
	Filename string
	// Line and Column are 1-based and count the offsets of the options; columns
	// are UTF-16 code units.
	Line, Column int
	// RangeError is set if the text is nested too deeply: the exception is a RangeError.
	RangeError bool

	src   *bytecode.Source
	cause error
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s:%d:%d: SyntaxError: %s", e.Filename, e.Line, e.Column, e.Message)
}

// Throwable makes the exception that script gets for a syntax error, in the
// context ctx, for a Go function to return; decorated stacks begin with the place
// in the text.
func (e *SyntaxError) Throwable(ctx *Context, decorate bool) error {
	err := realm.ThrowCompileError(ctx.vm.agent, ctx.realm, e.src, e.cause)
	if decorate {
		ctx.vm.decorate(err)
	}
	v, ok := object.Catch(err)
	if !ok {
		return err
	}
	thrown := &Error{Value: Value{ctx.vm, v}, Name: "SyntaxError", Message: e.Message}
	if s, ok := siteOf(err); ok {
		thrown.Site = &s
	}
	return thrown
}

func (o *ScriptOptions) source(text *jstring.String) *bytecode.Source {
	name := o.Filename
	if name == "" && !o.Anonymous {
		name = "evalmachine.<anonymous>"
	}
	ref := &referrer{imports: o.Import, useLoader: o.UseLoader, filename: name}
	text.Flatten()
	if url := magicComment(text, "sourceURL"); url != "" {
		name = url
	}
	return &bytecode.Source{Text: text, Name: name, LineOffset: o.LineOffset, ColumnOffset: o.ColumnOffset, HostDefined: ref}
}

// magicComment returns the value of the last //# name=value comment.
func magicComment(text *jstring.String, name string) string {
	// OPT: texts without the name are not converted.
	if jstring.Index(text, jstring.FromGo(name+"="), 0) < 0 {
		return ""
	}
	s, value := text.String(), ""
	for at := 0; ; {
		i := strings.Index(s[at:], "//")
		if i < 0 || at+i+3 > len(s) {
			return value
		}
		at += i + 2
		if s[at] != '#' && s[at] != '@' {
			continue
		}
		rest := s[at+1:]
		if rest == "" || rest[0] != ' ' && rest[0] != '\t' {
			continue
		}
		rest, ok := strings.CutPrefix(strings.TrimLeft(rest, " \t"), name+"=")
		if !ok {
			continue
		}
		if end := strings.IndexAny(rest, "\n\r\u2028\u2029"); end >= 0 {
			rest = rest[:end]
		}
		rest = strings.Trim(rest, " \t")
		if strings.ContainsAny(rest, " \t\"'") {
			rest = ""
		}
		value = rest
	}
}

// NewScript compiles a script (new vm.Script). The error is a *SyntaxError, or
// that of opts.Context. It belongs to no VM, so no VM's limits hold: see
// Call.NewScript.
func NewScript(text string, opts ScriptOptions) (*Script, error) {
	return newScript(nil, jstring.FromGo(text), opts)
}

// NewScript compiles a script under the limits of the VM and of the runs that
// are going on: the time of a long compilation counts, and its steps and memory.
func (c *Call) NewScript(text string, opts ScriptOptions) (*Script, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	return newScript(c.vm.agent, jstring.FromGo(text), opts)
}

// NewScriptValue is NewScript with the text of a String.
func (c *Call) NewScriptValue(text Value, opts ScriptOptions) (*Script, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	if !text.IsString() {
		return nil, errNotText
	}
	return newScript(c.vm.agent, text.v.AsString(), opts)
}

var errNotText = errors.New("vmapi: a text to compile is a string")

// NewScriptValue is NewScript with the text of a String, which may have lone
// surrogates.
func NewScriptValue(text Value, opts ScriptOptions) (*Script, error) {
	if !text.IsString() {
		return nil, errNotText
	}
	return newScript(nil, text.v.AsString(), opts)
}

func newScript(a *object.Agent, text *jstring.String, opts ScriptOptions) (*Script, error) {
	po, err := metered(a, opts.Context, text.Len())
	if err != nil {
		return nil, err
	}
	src := opts.source(text)
	s := &Script{source: src, sourceMapURL: magicComment(src.Text, "sourceMappingURL")}
	if opts.CachedData != nil {
		var err error
		s.template, err = bytecode.DecodeFunction(opts.CachedData, bytecode.NewCacheKey(bytecode.CacheScript, src.Text), src)
		s.rejected = err != nil
	}
	if s.template == nil {
		t, err := realm.CompileScript(src, po)
		if err != nil {
			return nil, syntaxError(src, err)
		}
		s.template = t
	}
	return s, nil
}

// SourceMapURL is the value of the script's sourceMappingURL comment
// (script.sourceMapURL), "" if it has none.
func (s *Script) SourceMapURL() string { return s.sourceMapURL }

// parseOptions adds to the engine's what the requirements document asks for:
// the legacy assert clause of imports.
func parseOptions() parser.Options {
	o := realm.ParseOptions()
	o.LegacyAssert = true
	return o
}

// metered returns the options for the compilation of a text of that length,
// which a and ctx bound unless they are nil.
func metered(a *object.Agent, ctx context.Context, length int) (parser.Options, error) {
	o := parseOptions()
	if ctx != nil {
		if err := context.Cause(ctx); err != nil {
			return o, &endedError{err}
		}
		o.Tick = func(int) error {
			if err := context.Cause(ctx); err != nil {
				return &endedError{err}
			}
			return nil
		}
	}
	if a != nil {
		if err := realm.ChargeCompile(a, length); err != nil {
			return o, err
		}
		ofContext := o.Tick
		o.Tick = func(n int) error {
			if err := a.Tick(n); err != nil || ofContext == nil {
				return err
			}
			return ofContext(n)
		}
	}
	return o, nil
}

// endedError is the error of a context that ended a compilation.
type endedError struct{ cause error }

func (e *endedError) Error() string { return "vmapi: compilation ended: " + e.cause.Error() }
func (e *endedError) Unwrap() error { return e.cause }

func syntaxError(src *bytecode.Source, err error) error {
	if t := (*object.Termination)(nil); errors.As(err, &t) {
		return t
	}
	if ended := (*endedError)(nil); errors.As(err, &ended) {
		return ended
	}
	var e *parser.SyntaxError
	if !errors.As(err, &e) {
		return &SyntaxError{Message: err.Error(), Filename: src.Name, Line: 1, Column: 1, src: src, cause: err}
	}
	line, col := interp.LineColumn(src, e.Offset)
	return &SyntaxError{Message: e.Message, Filename: src.Name, Line: line, Column: col, RangeError: e.RangeError, src: src, cause: err}
}

// RunInContext runs the script in ctx (script.runInContext) and returns its
// completion value.
func (s *Script) RunInContext(ctx *Context, opts RunOptions) (Value, error) {
	return ctx.vm.Do(func(c *Call) (Value, error) { return s.Run(c, ctx, opts) })
}

// Run is RunInContext inside a call. A timeout is a *TimeoutError, a limit of an
// outer run passes through.
func (s *Script) Run(c *Call, ctx *Context, opts RunOptions) (Value, error) {
	if err := c.check(); err != nil {
		return Value{}, err
	}
	if ctx.vm != c.vm {
		if ctx.vm.parent == c.vm {
			return s.runIsolated(c, ctx, opts)
		}
		return Value{}, ErrOtherVM
	}
	return c.vm.limited(opts, func() (Value, error) {
		v, err := interp.RunScript(ctx.realm, s.template)
		if err == nil {
			err = ctx.runOwnJobs()
		}
		if err != nil && !opts.HideErrors {
			c.vm.decorate(err)
		}
		return c.wrap(v, err)
	})
}

// RunInThisContext runs the script in the main context (script.runInThisContext).
func (s *Script) RunInThisContext(vm *VM, opts RunOptions) (Value, error) {
	return s.RunInContext(vm.main, opts)
}

// RunInNewContext makes a context of sandbox and runs the script in it
// (script.runInNewContext).
func (s *Script) RunInNewContext(vm *VM, sandbox Value, copts ContextOptions, opts RunOptions) (Value, error) {
	c, err := vm.CreateContext(sandbox, copts)
	if err != nil {
		return Value{}, err
	}
	return s.RunInContext(c, opts)
}

// RunInContext compiles and runs text in ctx (vm.runInContext). The limits of
// run hold for the compilation too. The error of an invalid text is a *SyntaxError.
func RunInContext(text string, ctx *Context, opts ScriptOptions, run RunOptions) (Value, error) {
	var syntax *SyntaxError
	v, err := ctx.vm.Do(func(c *Call) (Value, error) {
		return c.vm.limited(run, func() (Value, error) {
			s, err := c.NewScript(text, opts)
			if errors.As(err, &syntax) {
				return Value{}, nil
			}
			if err != nil {
				return Value{}, err
			}
			return s.Run(c, ctx, RunOptions{HideErrors: run.HideErrors})
		})
	})
	if syntax != nil {
		return Value{}, syntax
	}
	return v, err
}

// RunScript compiles and runs text in ctx inside a call; a syntax error is an
// exception of ctx.
func (c *Call) RunScript(ctx *Context, text string, opts ScriptOptions) (Value, error) {
	s, err := c.NewScript(text, opts)
	if e := (*SyntaxError)(nil); errors.As(err, &e) {
		if ctx.vm != c.vm {
			ctx = c.vm.main
		}
		return Value{}, e.Throwable(ctx, false)
	}
	if err != nil {
		return Value{}, err
	}
	return s.Run(c, ctx, RunOptions{HideErrors: true})
}

// decorated marks errors whose stack has an arrow already.
var decorated = object.SymbolKey(object.NewPrivateName(nil))

// decorate puts the place of an exception before its stack (displayErrors).
func (vm *VM) decorate(err error) {
	v, ok := object.Catch(err)
	if !ok {
		return
	}
	o := v.ObjectOrNil()
	if o == nil || object.PrivateElementFind(o, decorated) {
		return
	}
	if o.Class() != object.ClassError {
		// Other objects only if they have a text there already, which is read
		// without running script.
		if s, ok := vm.quietProperty(o, "stack"); !ok || !s.IsString() {
			return
		}
	}
	site, ok := siteOf(err)
	if !ok {
		return
	}
	k := vm.agent.NameKey(object.NameStack)
	stack, getErr := o.Get(vm.agent, k)
	if getErr != nil || !stack.IsString() {
		return
	}
	o.AppendProperty(vm.agent, decorated, object.True, 0)
	text := object.Str(jstring.Concat(jstring.FromGo(site.Arrow()+"\n"), stack.AsString()))
	_ = o.Set(vm.agent, k, text, false) // HOST: a frozen error keeps its stack
}

// Decorated reports whether the stack of an error begins with its place.
func (x Value) Decorated() bool {
	o := x.value().ObjectOrNil()
	return o != nil && object.PrivateElementFind(o, decorated)
}
