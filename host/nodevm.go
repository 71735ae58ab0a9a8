package host

import (
	"errors"
	"strings"
	"time"

	"github.com/burrowjs/burrow/host/inspect"
	"github.com/burrowjs/burrow/vmapi"
)

// The binding of node:vm: the functions that lib/vm.js and
// lib/internal_vm_module.js build the module from.

// scriptHandle is what a vm.Script keeps.
type scriptHandle struct{ script *vmapi.Script }

func (h *Host) validatorsBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	return o, defineMethods(c, o, []method{
		{"error", 3, func(c *vmapi.Call) (vmapi.Value, error) {
			return c.NewError(c.Arg(0).Text(), c.Arg(1).Text(), c.Arg(2).Text()), nil
		}},
		{"received", 1, func(c *vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(received(c, c.Arg(0))) }},
		{"inspect", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			s, err := inspect.Inspect(c, c.Arg(0), inspect.Defaults())
			if len(s) > 128 {
				s = s[:128] + "..."
			}
			if err != nil {
				return vmapi.Value{}, err
			}
			return h.vm.ToValue(s)
		}},
	})
}

func (h *Host) vmBinding(c *vmapi.Call) (vmapi.Value, error) {
	if b, ok := h.exports["internal binding vm"]; ok {
		return b, nil
	}
	o := c.NewObject()
	h.exports["internal binding vm"] = o
	if err := c.Set(o, "modules", h.opts.VMModules); err != nil {
		return o, err
	}
	bool1 := func(f func(v vmapi.Value) bool) vmapi.Function {
		return func(c *vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(f(c.Arg(0))) }
	}
	return o, defineMethods(c, o, []method{
		{"isContext", 1, bool1(func(v vmapi.Value) bool { return h.vm.ContextOf(v) != nil })},
		{"isNamespace", 1, bool1(func(v vmapi.Value) bool { return v.Class() == "Module" })},
		{"makeContext", 7, func(c *vmapi.Call) (vmapi.Value, error) {
			opts := vmapi.ContextOptions{Name: c.Arg(1).Text(), Origin: c.Arg(2).Text(), NoStrings: !c.Arg(3).Bool(), NoWasm: !c.Arg(4).Bool()}
			if c.Arg(5).Bool() {
				opts.MicrotaskMode = vmapi.MicrotasksAfterEvaluate
			}
			opts.DontContextify = c.Arg(6).Bool()
			ctx, err := c.CreateContext(c.Arg(0), opts)
			if err != nil {
				return vmapi.Value{}, err
			}
			return ctx.Sandbox(), nil
		}},
		{"parseIn", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			h.parseContext = h.vm.ContextOf(c.Arg(0))
			return vmapi.Value{}, nil
		}},
		{"compileScript", 6, h.vmCompileScript},
		{"sourceMapURL", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if url := c.Arg(0).HostData().(*scriptHandle).script.SourceMapURL(); url != "" {
				return h.vm.ToValue(url)
			}
			return vmapi.Value{}, nil
		}},
		{"runScript", 5, h.vmRunScript},
		{"compileFunction", 9, h.vmCompileFunction},
		{"cachedDataRejected", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if s, ok := c.Arg(0).HostData().(*scriptHandle); ok {
				return h.vm.ToValue(s.script.CachedDataRejected())
			}
			return h.vm.ToValue(c.CachedDataRejected(c.Arg(0)))
		}},
		{"createCachedData", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			if s, ok := c.Arg(0).HostData().(*scriptHandle); ok {
				return c.NewBytes(s.script.CreateCachedData()), nil
			}
			data, err := c.CreateCachedData(c.Arg(0))
			return c.NewBytes(data), err
		}},
		{"measureMemory", 2, h.vmMeasureMemory},
		{"sourceTextModule", 8, h.vmSourceTextModule},
		{"syntheticModule", 4, h.vmSyntheticModule},
	})
}

// importCallback is the answer to import() given by a function of script.
func importCallback(f vmapi.Value) vmapi.ImportFunc {
	if !f.IsFunction() {
		return nil
	}
	return func(c *vmapi.Call, specifier string, attributes []vmapi.ImportAttribute) (vmapi.ImportResult, error) {
		o, err := attributesObject(c, attributes)
		if err != nil {
			return vmapi.ImportResult{}, err
		}
		v, err := c.Call(f, nil, specifier, o)
		return vmapi.ImportResult{Value: v}, err
	}
}

func attributesObject(c *vmapi.Call, attributes []vmapi.ImportAttribute) (vmapi.Value, error) {
	o := c.NewObjectWith(c.VM().Null())
	for _, a := range attributes {
		if err := c.Set(o, a.Key, a.Value); err != nil {
			return o, err
		}
	}
	return o, nil
}

// throwSyntax makes a syntax error an exception of the context that compiles.
func (h *Host) throwSyntax(ctx *vmapi.Context, err error) error {
	if ctx == nil {
		ctx = h.vm.Main()
	}
	var s *vmapi.SyntaxError
	if errors.As(err, &s) {
		return s.Throwable(ctx, true)
	}
	return err
}

func (h *Host) vmCompileScript(c *vmapi.Call) (vmapi.Value, error) {
	s, err := c.NewScriptValue(c.Arg(0), vmapi.ScriptOptions{
		Filename: c.Arg(1).Text(), Anonymous: true,
		LineOffset: int(c.Arg(2).Number()), ColumnOffset: int(c.Arg(3).Number()),
		Import: importCallback(c.Arg(4)), UseLoader: c.Arg(4).IsBool(), CachedData: cachedData(c.Arg(5)),
	})
	if err != nil {
		return vmapi.Value{}, h.throwSyntax(h.parseContext, err)
	}
	return c.NewHostObject(vmapi.Value{}, &scriptHandle{s}), nil
}

func runOptions(timeout, sigint vmapi.Value) vmapi.RunOptions {
	o := vmapi.RunOptions{BreakOnSigint: sigint.Bool()}
	if ms := timeout.Number(); ms > 0 {
		o.Timeout = time.Duration(ms) * time.Millisecond
	}
	return o
}

// runError turns what ended a run into the exception that Node throws.
func runError(ctx *vmapi.Context, c *vmapi.Call, err error) error {
	var t *vmapi.TimeoutError
	if errors.As(err, &t) {
		return c.Throw(ctx.NewError("Error", "ERR_SCRIPT_EXECUTION_TIMEOUT", t.Error()))
	}
	if errors.Is(err, vmapi.ErrSigint) {
		return c.Throw(ctx.NewError("Error", "ERR_SCRIPT_EXECUTION_INTERRUPTED", err.Error()))
	}
	return err
}

func (h *Host) vmRunScript(c *vmapi.Call) (vmapi.Value, error) {
	s := c.Arg(0).HostData().(*scriptHandle).script
	ctx := h.vm.Main()
	if c.Arg(1).IsObject() {
		ctx = h.vm.ContextOf(c.Arg(1))
	}
	opts := runOptions(c.Arg(2), c.Arg(4))
	opts.HideErrors = !c.Arg(3).Bool()
	v, err := s.Run(c, ctx, opts)
	return v, runError(ctx, c, err)
}

func listOf(c *vmapi.Call, v vmapi.Value) ([]vmapi.Value, error) {
	n, err := c.Length(v)
	if err != nil {
		return nil, err
	}
	out := make([]vmapi.Value, n)
	for i := range out {
		if out[i], err = c.Index(v, i); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func textsOf(c *vmapi.Call, v vmapi.Value) ([]string, error) {
	list, err := listOf(c, v)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = x.Text()
	}
	return out, nil
}

func (h *Host) vmCompileFunction(c *vmapi.Call) (vmapi.Value, error) {
	params, err := textsOf(c, c.Arg(1))
	if err != nil {
		return vmapi.Value{}, err
	}
	extensions, err := listOf(c, c.Arg(6))
	if err != nil {
		return vmapi.Value{}, err
	}
	opts := vmapi.FunctionOptions{
		Filename: c.Arg(2).Text(), LineOffset: int(c.Arg(3).Number()), ColumnOffset: int(c.Arg(4).Number()),
		Extensions: extensions, Import: importCallback(c.Arg(7)), UseLoader: c.Arg(7).IsBool(), CachedData: cachedData(c.Arg(8)),
	}
	if c.Arg(5).IsObject() {
		opts.Context = h.vm.ContextOf(c.Arg(5))
	}
	f, err := c.CompileFunctionValue(c.Arg(0), params, opts)
	if errors.Is(err, vmapi.ErrParameter) {
		return f, c.Throw(c.NewError("SyntaxError", "", "Invalid parameter name"))
	}
	if err != nil {
		return f, h.throwSyntax(opts.Context, err)
	}
	return f, nil
}

// cachedData returns the bytes of an option cachedData, nil if there is none.
func cachedData(v vmapi.Value) []byte {
	data, ok := v.Bytes()
	if ok && data == nil {
		data = []byte{}
	}
	return data
}

// vmMeasureMemory calls Arg(2) with the bytes in use, by context if Arg(0), when
// they have been measured.
func (h *Host) vmMeasureMemory(c *vmapi.Call) (vmapi.Value, error) {
	detailed, eager, resolve, data := c.Arg(0).Bool(), c.Arg(1).Bool(), c.Arg(2), h.vm.JobData()
	h.vm.MeasureMemory(vmapi.MeasureOptions{Eager: eager}, func(c *vmapi.Call, m vmapi.MemoryUse) error {
		result, err := memoryResult(c, m, detailed)
		if err != nil {
			return err
		}
		return h.callback(c, resolve, nil, []any{result}, data)
	})
	return vmapi.Value{}, nil
}

// memoryResult is the object that measureMemory's promise is fulfilled with.
func memoryResult(c *vmapi.Call, m vmapi.MemoryUse, detailed bool) (vmapi.Value, error) {
	entry := func(e vmapi.MemoryEstimate) vmapi.Value {
		low, _ := c.VM().ToValue(e.Bytes)
		high, _ := c.VM().ToValue(e.Upper)
		o := c.NewObject()
		_ = setAll(c, o, "jsMemoryEstimate", low, "jsMemoryRange", c.NewArray(low, high))
		return o
	}
	result := c.NewObject()
	if !detailed {
		return result, setAll(c, result, "total", entry(m.Total))
	}
	var other []vmapi.Value
	for _, o := range m.Other {
		other = append(other, entry(o.MemoryEstimate))
	}
	return result, setAll(c, result, "total", entry(m.Total), "current", entry(m.Current), "other", c.NewArray(other...))
}

func (h *Host) contextArg(v vmapi.Value) *vmapi.Context {
	if ctx := h.vm.ContextOf(v); ctx != nil {
		return ctx
	}
	return h.vm.Main()
}

func (h *Host) vmSourceTextModule(c *vmapi.Call) (vmapi.Value, error) {
	ctx := h.contextArg(c.Arg(4))
	opts := vmapi.ModuleOptions{Identifier: c.Arg(1).Text(), LineOffset: int(c.Arg(2).Number()), ColumnOffset: int(c.Arg(3).Number()),
		Import: importCallback(c.Arg(5)), CachedData: cachedData(c.Arg(7))}
	if f := c.Arg(6); f.IsFunction() {
		opts.ImportMeta = func(c *vmapi.Call, meta vmapi.Value) error {
			_, err := c.Call(f, nil, meta)
			return err
		}
	}
	m, err := vmapi.NewSourceTextModuleValue(ctx, c.Arg(0), opts)
	var s *vmapi.SyntaxError
	if errors.As(err, &s) {
		return vmapi.Value{}, s.Throwable(ctx, false)
	}
	if err != nil {
		return vmapi.Value{}, err
	}
	if m.CachedDataRejected() {
		return vmapi.Value{}, c.Throw(c.NewError("Error", "ERR_VM_MODULE_CACHED_DATA_REJECTED", "cachedData buffer was rejected"))
	}
	return h.moduleWrap(c, m)
}

func (h *Host) vmSyntheticModule(c *vmapi.Call) (vmapi.Value, error) {
	names, err := textsOf(c, c.Arg(0))
	if err != nil {
		return vmapi.Value{}, err
	}
	evaluate := c.Arg(1)
	m := vmapi.NewSyntheticModule(h.contextArg(c.Arg(3)), names, func(c *vmapi.Call, m *vmapi.Module) error {
		_, err := c.Call(evaluate, nil)
		return err
	}, vmapi.ModuleOptions{Identifier: c.Arg(2).Text()})
	return h.moduleWrap(c, m)
}

// linkError turns the errors of linking that have a code in Node into exceptions.
func linkError(c *vmapi.Call, err error) error {
	code := ""
	switch {
	case errors.Is(err, vmapi.ErrLinkMismatch):
		return c.Throw(c.NewError("TypeError", "ERR_MODULE_LINK_MISMATCH", strings.TrimPrefix(err.Error(), "vmapi: ")))
	case errors.Is(err, vmapi.ErrNotLinked):
		code = "ERR_VM_MODULE_LINK_FAILURE"
	case errors.Is(err, vmapi.ErrOtherContext):
		code = "ERR_VM_MODULE_DIFFERENT_CONTEXT"
	default:
		return err
	}
	return c.Throw(c.NewError("Error", code, strings.TrimPrefix(err.Error(), "vmapi: ")))
}

// moduleWrap is the object through which script reaches a module record.
func (h *Host) moduleWrap(c *vmapi.Call, m *vmapi.Module) (vmapi.Value, error) {
	o := c.NewHostObject(vmapi.Value{}, m)
	str := func(f func() string) vmapi.Function {
		return func(*vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(f()) }
	}
	return o, defineMethods(c, o, []method{
		{"identifier", 0, str(m.Identifier)},
		{"status", 0, str(func() string { return m.Status().String() })},
		{"namespace", 0, func(c *vmapi.Call) (vmapi.Value, error) { return m.Namespace(c) }},
		{"error", 0, func(c *vmapi.Call) (vmapi.Value, error) { v, _ := m.Failure(); return v, nil }},
		{"specifiers", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			var list []string
			seen := map[string]bool{}
			for _, r := range m.Requests() {
				if !seen[r.Specifier] {
					seen[r.Specifier] = true
					list = append(list, r.Specifier)
				}
			}
			return h.strings(c, list), nil
		}},
		{"requests", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			var list []vmapi.Value
			for _, r := range m.Requests() {
				attributes, err := attributesObject(c, r.Attributes)
				if err != nil {
					return vmapi.Value{}, err
				}
				q := c.NewObject()
				if err := setAll(c, q, "specifier", r.Specifier, "attributes", attributes); err != nil {
					return vmapi.Value{}, err
				}
				list = append(list, q)
			}
			return c.NewArray(list...), nil
		}},
		{"linkRequests", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			list, err := listOf(c, c.Arg(0))
			if err != nil {
				return vmapi.Value{}, err
			}
			mods := make([]*vmapi.Module, len(list))
			for i, v := range list {
				mods[i], _ = v.HostData().(*vmapi.Module)
			}
			return vmapi.Value{}, linkError(c, m.LinkRequests(mods))
		}},
		{"instantiate", 0, func(c *vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, linkError(c, m.Instantiate(c)) }},
		{"hasTopLevelAwait", 0, func(*vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(m.HasTopLevelAwait()) }},
		{"hasAsyncGraph", 0, func(*vmapi.Call) (vmapi.Value, error) {
			async, err := m.HasAsyncGraph()
			if err != nil {
				return vmapi.Value{}, err
			}
			return h.vm.ToValue(async)
		}},
		{"evaluate", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			p, err := m.Evaluate(c, runOptions(c.Arg(0), c.Arg(1)))
			return p, runError(m.Context(), c, err)
		}},
		{"setExport", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			if !m.SetExport(c.Arg(0).Text(), c.Arg(1)) {
				return vmapi.Value{}, c.Throw(c.NewError("ReferenceError", "", "Export '"+c.Arg(0).Text()+"' is not defined in module"))
			}
			return vmapi.Value{}, nil
		}},
		{"createCachedData", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			data, err := m.CreateCachedData()
			return c.NewBytes(data), err
		}},
	})
}
