package vmapi

import (
	"errors"
	"fmt"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
)

// Module is a module record of one context: a source text module or a synthetic
// one. It is made, linked (its requests are answered with LinkRequests, then
// Instantiate joins the graph) and evaluated, in this order.
type Module struct {
	ctx        *Context
	record     *interp.Module
	identifier string
	imports    ImportFunc
	meta       func(c *Call, meta Value) error
	source     *bytecode.Source
	rejected   bool
}

// ModuleStatus is the state of a module record (module.status).
type ModuleStatus uint8

// The states of a module, in the order in which they are passed.
const (
	ModuleUnlinked ModuleStatus = iota
	ModuleLinking
	ModuleLinked
	ModuleEvaluating
	ModuleEvaluated
	ModuleErrored
)

var moduleStatusText = [...]string{"unlinked", "linking", "linked", "evaluating", "evaluated", "errored"}

func (s ModuleStatus) String() string { return moduleStatusText[s] }

// ModuleOptions are the options of modules (vm.SourceTextModule).
type ModuleOptions struct {
	// Identifier is shown in stack traces; "" means vm:module(i).
	Identifier string
	// LineOffset and ColumnOffset are as in ScriptOptions.
	LineOffset, ColumnOffset int
	// Import answers import() in the module.
	Import ImportFunc
	// ImportMeta fills the object of import.meta when it is first used.
	ImportMeta func(c *Call, meta Value) error
	// CachedData is what CreateCachedData of a module with the same text has
	// returned.
	CachedData []byte
}

// ModuleRequest is one import of a module.
type ModuleRequest struct {
	// Specifier is the text after from.
	Specifier string
	// Attributes are those of the with clause.
	Attributes []ImportAttribute
}

// ErrModuleStatus is returned for an operation that the state of a module does
// not allow.
var ErrModuleStatus = errors.New("vmapi: the module is not in the right state")

func (ctx *Context) nextIdentifier(given string) string {
	if given != "" {
		return given
	}
	ctx.modules++
	return fmt.Sprintf("vm:module(%d)", ctx.modules-1)
}

// NewSourceTextModule compiles a module for ctx. The error is a *SyntaxError.
func NewSourceTextModule(ctx *Context, text string, opts ModuleOptions) (*Module, error) {
	return newSourceTextModule(ctx, jstring.FromGo(text), opts)
}

// NewSourceTextModuleValue is NewSourceTextModule with the text of a String.
func NewSourceTextModuleValue(ctx *Context, text Value, opts ModuleOptions) (*Module, error) {
	if !text.IsString() {
		return nil, errors.New("vmapi: the text of a module is a string")
	}
	return newSourceTextModule(ctx, text.v.AsString(), opts)
}

func newSourceTextModule(ctx *Context, text *jstring.String, opts ModuleOptions) (*Module, error) {
	id := ctx.nextIdentifier(opts.Identifier)
	so := ScriptOptions{Filename: id, LineOffset: opts.LineOffset, ColumnOffset: opts.ColumnOffset, Import: opts.Import}
	src := so.source(text)
	po, err := metered(ctx.vm.agent, nil, text.Len())
	if err != nil {
		return nil, ctx.vm.convertError(err)
	}
	m := &Module{ctx: ctx, identifier: id, imports: opts.Import, meta: opts.ImportMeta, source: src}
	var compiled *bytecode.Module
	if opts.CachedData != nil {
		compiled, err = bytecode.DecodeModule(opts.CachedData, bytecode.NewCacheKey(bytecode.CacheModule, src.Text), src)
		m.rejected = err != nil
	}
	if compiled == nil {
		compiled, err = realm.CompileModule(src, po)
		if t := (*object.Termination)(nil); errors.As(err, &t) {
			return nil, ctx.vm.convertError(err)
		}
		if err != nil {
			return nil, syntaxError(src, err)
		}
	}
	m.record = interp.NewSourceTextModule(ctx.realm, compiled, m)
	return m, nil
}

// NewSyntheticModule makes a module with the given exports, whose values
// evaluate sets with SetExport.
func NewSyntheticModule(ctx *Context, exports []string, evaluate func(c *Call, m *Module) error, opts ModuleOptions) *Module {
	m := &Module{ctx: ctx, identifier: ctx.nextIdentifier(opts.Identifier)}
	names := make([]*jstring.String, len(exports))
	for i, n := range exports {
		names[i] = jstring.FromGo(n)
	}
	m.record = interp.NewSyntheticModule(ctx.realm, names, func(*interp.Module) error {
		c := &Call{vm: ctx.vm}
		defer c.end()
		if err := evaluate(c, m); err != nil {
			return ctx.vm.throwable(err)
		}
		return nil
	}, m)
	return m
}

// Context returns the module's context.
func (m *Module) Context() *Context { return m.ctx }

// Identifier returns the name shown in stack traces.
func (m *Module) Identifier() string { return m.identifier }

// IsSynthetic reports whether the module is a synthetic one.
func (m *Module) IsSynthetic() bool { return m.record.Compiled() == nil }

// Status returns the state of the module. A module that waits at a top-level
// await is evaluated already.
func (m *Module) Status() ModuleStatus {
	if _, failed := m.record.Failure(); failed {
		return ModuleErrored
	}
	switch m.record.Status {
	case interp.ModuleUnlinked:
		return ModuleUnlinked
	case interp.ModuleLinking:
		return ModuleLinking
	case interp.ModuleLinked:
		return ModuleLinked
	case interp.ModuleEvaluating:
		return ModuleEvaluating
	}
	return ModuleEvaluated
}

// Failure returns what the evaluation threw; ok is false unless the module is errored.
func (m *Module) Failure() (v Value, ok bool) {
	x, ok := m.record.Failure()
	return Value{m.ctx.vm, x}, ok
}

// Requests returns the imports of the module, each once, in order.
func (m *Module) Requests() []ModuleRequest {
	c := m.record.Compiled()
	if c == nil {
		return nil
	}
	out := make([]ModuleRequest, len(c.Requests))
	for i, r := range c.Requests {
		out[i] = ModuleRequest{Specifier: r.Specifier.String(), Attributes: goAttributes(r.Attributes)}
	}
	return out
}

func goAttributes(list []bytecode.ImportAttribute) []ImportAttribute {
	var out []ImportAttribute
	for _, a := range list {
		out = append(out, ImportAttribute{a.Key.String(), a.Value.String()})
	}
	return out
}

// ErrLinkMismatch is wrapped by the error of LinkRequests for a wrong number of modules.
var ErrLinkMismatch = errors.New("vmapi: the modules do not match the requests")

// ErrOtherContext is returned by LinkRequests for a module of another context,
// or none.
var ErrOtherContext = errors.New("vmapi: linked modules must be of one context")

// ErrNotLinked is wrapped by the error of Instantiate if a module of the graph
// has requests that LinkRequests has not answered.
var ErrNotLinked = errors.New("vmapi: the requests of a module have not been answered")

// LinkRequests answers the module's requests, in the order of Requests. The
// slice is not kept.
func (m *Module) LinkRequests(modules []*Module) error {
	if m.Status() != ModuleUnlinked {
		return ErrModuleStatus
	}
	if len(modules) != len(m.record.Requested) {
		return fmt.Errorf("%w: %d modules for %d requests", ErrLinkMismatch, len(modules), len(m.record.Requested))
	}
	for _, d := range modules {
		if d == nil || d.ctx != m.ctx {
			return ErrOtherContext
		}
	}
	for i, d := range modules {
		m.record.Requested[i] = d.record
	}
	return nil
}

// Instantiate links the graph below the module (the Link() concrete method). An
// import that nothing exports is a SyntaxError of the context.
func (m *Module) Instantiate(c *Call) error {
	if err := c.check(); err != nil {
		return err
	}
	if c.vm != m.ctx.vm {
		return ErrOtherVM
	}
	if open, request, ok := m.record.FirstUnanswered(); ok {
		return fmt.Errorf("%w: %q of %s", ErrNotLinked, request, open.HostDefined.(*Module).identifier)
	}
	return m.record.Link(c.vm.agent)
}

// HasTopLevelAwait reports whether the module itself contains a top-level await.
func (m *Module) HasTopLevelAwait() bool {
	c := m.record.Compiled()
	return c != nil && c.HasTLA
}

// HasAsyncGraph reports whether the module or one that it imports, directly or
// not, contains a top-level await. It returns ErrModuleStatus before the module
// is linked.
func (m *Module) HasAsyncGraph() (bool, error) {
	if m.Status() < ModuleLinked {
		return false, ErrModuleStatus
	}
	return m.record.HasAsyncGraph(), nil
}

// Evaluate evaluates the module and returns the promise of its completion. With
// a timeout the error may be a *TimeoutError, and the module is errored.
func (m *Module) Evaluate(c *Call, opts RunOptions) (Value, error) {
	if err := c.check(); err != nil {
		return Value{}, err
	}
	if s := m.Status(); s < ModuleLinked {
		return Value{}, ErrModuleStatus
	}
	return c.vm.limited(opts, func() (Value, error) {
		p, err := m.record.Evaluate(c.vm.agent)
		if err == nil {
			err = m.ctx.runOwnJobs()
		}
		if err != nil {
			return Value{}, err
		}
		return c.value(object.Obj(p)), nil
	})
}

// Namespace returns the module's namespace object.
func (m *Module) Namespace(c *Call) (Value, error) {
	if err := c.check(); err != nil {
		return Value{}, err
	}
	if m.Status() < ModuleLinked {
		return Value{}, ErrModuleStatus
	}
	o, err := m.record.Namespace(c.vm.agent)
	if err != nil {
		return Value{}, err
	}
	return c.value(object.Obj(o)), nil
}

// SetExport sets an export of a synthetic module; it reports false if there is
// no such name.
func (m *Module) SetExport(name string, v Value) bool {
	return m.record.SetExport(jstring.FromGo(name), v.mustBeIn(m.ctx.vm))
}

// importDynamically is HostLoadImportedModule for import().
func (vm *VM) importDynamically(r *object.Realm, d *interp.DynamicImport) error {
	var imports ImportFunc
	var useLoader bool
	var filename string
	if d.Source != nil {
		if ref, ok := d.Source.HostDefined.(*referrer); ok {
			imports, useLoader, filename = ref.imports, ref.useLoader, ref.filename
		}
	}
	if imports == nil && useLoader && vm.loader != nil {
		imports = func(c *Call, specifier string, attributes []ImportAttribute) (ImportResult, error) {
			return vm.loader(c, specifier, filename, attributes)
		}
	}
	if imports == nil {
		return object.Throw(object.Obj(vm.newError(vm.main.realm, "TypeError", "ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING",
			"A dynamic import callback was not specified.")))
	}
	c := &Call{vm: vm}
	defer c.end()
	res, err := imports(c, d.Specifier.String(), goAttributes(d.Attributes))
	if err != nil {
		return vm.throwable(err)
	}
	if res.Module != nil && res.Module.ctx.vm != vm {
		return vm.throwable(ErrOtherVM)
	}
	if res.Module != nil {
		return interp.FinishDynamicImport(vm.agent, d, res.Module.record, nil)
	}
	v, err := res.Value.in(vm)
	if err != nil {
		return vm.throwable(err)
	}
	return d.Capability.ResolveWith(vm.agent, v)
}

// importMeta is HostGetImportMetaProperties.
func (vm *VM) importMeta(record *interp.Module, meta *object.Object) error {
	m, ok := record.HostDefined.(*Module)
	if !ok || m.meta == nil {
		return nil
	}
	c := &Call{vm: vm}
	defer c.end()
	if err := m.meta(c, c.value(object.Obj(meta))); err != nil {
		return vm.throwable(err)
	}
	return nil
}
