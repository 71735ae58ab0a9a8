package host

import (
	"strings"

	"github.com/burrowjs/burrow/host/inspect"
	"github.com/burrowjs/burrow/vmapi"
)

// installGlobals makes the globals that are not objects of their own.
func (h *Host) installGlobals(c *vmapi.Call) error {
	global := h.vm.Main().Global()
	tag, err := c.KeyOf(c.Symbol("toStringTag"))
	if err == nil {
		err = c.Define(global, tag, "global", vmapi.Configurable)
	}
	if err != nil {
		return err
	}
	if err := h.defineGlobal(c, "global", global, vmapi.Plain); err != nil {
		return err
	}
	for _, g := range lazyGlobals {
		for _, name := range g.names {
			if err := h.lazyGlobal(c, name, g.module, g.enumerable); err != nil {
				return err
			}
		}
	}
	return nil
}

// lazyGlobals are the globals that are exports of modules, in the order in
// which Node lists them.
var lazyGlobals = []struct {
	module     string
	enumerable bool
	names      []string
}{
	{"buffer", false, []string{"Buffer"}},
	{"internal/url", false, []string{"URL", "URLSearchParams"}},
	{"internal/dom_exception", false, []string{"DOMException"}},
	{"internal/abort", false, []string{"AbortController", "AbortSignal"}},
	{"internal/event_target", false, []string{"Event", "EventTarget"}},
	{"internal/encoding", false, []string{"TextEncoder", "TextDecoder"}},
	{"internal/clone", true, []string{"structuredClone"}},
	{"buffer", true, []string{"atob", "btoa"}},
	{"internal/messaging", false, []string{"BroadcastChannel", "MessageChannel", "MessagePort", "MessageEvent"}},
	{"internal/blob", false, []string{"Blob", "File"}},
	{"perf_hooks", false, []string{"Performance", "PerformanceEntry", "PerformanceMark", "PerformanceMeasure", "PerformanceObserver",
		"PerformanceObserverEntryList", "PerformanceResourceTiming"}},
	{"perf_hooks", true, []string{"performance"}},
	{"internal/event_target", false, []string{"CustomEvent"}},
	{"internal/webstreams", false, []string{"ReadableStream", "ReadableStreamDefaultReader", "ReadableStreamBYOBReader", "ReadableByteStreamController",
		"ReadableStreamDefaultController", "TransformStream", "TransformStreamDefaultController", "WritableStream", "WritableStreamDefaultController",
		"WritableStreamDefaultWriter", "ByteLengthQueuingStrategy", "CountQueuingStrategy", "TextEncoderStream", "TextDecoderStream",
		"CompressionStream", "DecompressionStream"}},
	{"internal/fetch", true, []string{"fetch"}},
	{"internal/form/data", false, []string{"FormData"}},
	{"internal/fetch", false, []string{"Headers", "Request", "Response"}},
	{"internal/webcrypto", true, []string{"crypto"}},
	{"internal/webcrypto", false, []string{"Crypto", "CryptoKey", "SubtleCrypto"}},
}

// lazyGlobal defines a global that is an export of a module, which is loaded
// when somebody asks.
func (h *Host) lazyGlobal(c *vmapi.Call, name, module string, enumerable bool) error {
	if _, err := lib.Open("lib/" + libName(module)); err != nil && goModules[module] == nil {
		return nil
	}
	return h.lazyProperty(c, h.vm.Main().Global(), name, module, enumerable)
}

// lazyProperty defines a property of an object that is an export of a module.
func (h *Host) lazyProperty(c *vmapi.Call, o vmapi.Value, name, module string, enumerable bool) error {
	key := c.Key(name)
	attrs, shown := vmapi.Configurable, vmapi.Hidden
	if enumerable {
		attrs, shown = attrs|vmapi.Enumerable, vmapi.Plain
	}
	get := c.NewFunction("get "+name, 0, func(c *vmapi.Call) (vmapi.Value, error) {
		m, err := h.requireBuiltin(c, module)
		if err != nil {
			return m, err
		}
		v, err := c.Get(m, name)
		if err == nil {
			err = c.Define(o, key, v, shown)
		}
		return v, err
	})
	set := c.NewFunction("set "+name, 1, func(c *vmapi.Call) (vmapi.Value, error) {
		return vmapi.Value{}, c.Define(o, key, c.Arg(0), shown)
	})
	return c.DefineAccessor(o, key, get, set, attrs)
}

// timersModule is node:timers.
func (h *Host) timersModule(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	for _, n := range []string{"setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate"} {
		v, err := c.Global(n)
		if err == nil {
			err = c.Set(o, n, v)
		}
		if err != nil {
			return o, err
		}
	}
	get := c.NewFunction("get promises", 0, func(c *vmapi.Call) (vmapi.Value, error) { return h.requireBuiltin(c, "timers/promises") })
	return o, c.DefineAccessor(o, c.Key("promises"), get, vmapi.Value{}, vmapi.Configurable|vmapi.Enumerable)
}

// utilBinding is the part of node:util that is Go.
func (h *Host) utilBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	return o, defineMethods(c, o, []method{
		{"inspect", 2, func(c *vmapi.Call) (vmapi.Value, error) {
			opts := inspect.Defaults()
			opts.Inspect = c.Arg(2)
			if err := inspect.ReadOptions(c, c.Arg(1), &opts); err != nil {
				return vmapi.Value{}, err
			}
			s, err := inspect.Inspect(c, c.Arg(0), opts)
			if err != nil {
				return vmapi.Value{}, err
			}
			return h.vm.ToValue(s)
		}},
		{"format", 0, func(c *vmapi.Call) (vmapi.Value, error) {
			s, err := inspect.Format(c, c.Args(0), inspect.Defaults())
			if err != nil {
				return vmapi.Value{}, err
			}
			return h.vm.ToValue(s)
		}},
		{"formatWithOptions", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			opts := inspect.Defaults()
			if err := inspect.ReadOptions(c, c.Arg(0), &opts); err != nil {
				return vmapi.Value{}, err
			}
			s, err := inspect.Format(c, c.Args(1), opts)
			if err != nil {
				return vmapi.Value{}, err
			}
			return h.vm.ToValue(s)
		}},
		{"textWidth", 1, func(c *vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(inspect.TextWidth(c.Arg(0).Text())) }},
		{"iteratorRest", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			list, pairs, _ := c.Arg(0).IteratorEntries()
			kind, err := h.vm.ToValue(pairs)
			return c.NewArray(c.NewArray(list...), kind), err
		}},
		{"classOf", 1, func(c *vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(c.Arg(0).Class()) }},
		{"promiseState", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			s, v, ok := c.Arg(0).PromiseState()
			if !ok {
				return vmapi.Value{}, nil
			}
			text, err := h.vm.ToValue(s)
			return c.NewArray(text, v), err
		}},
		{"functionKind", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			async, gen := c.Arg(0).FunctionKind()
			a, _ := h.vm.ToValue(async)
			g, err := h.vm.ToValue(gen)
			return c.NewArray(a, g), err
		}},
		{"proxyParts", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			t, p, ok := c.Arg(0).ProxyParts()
			if !ok {
				return vmapi.Value{}, nil
			}
			return c.NewArray(t, p), nil
		}},
		{"utf8", 1, func(c *vmapi.Call) (vmapi.Value, error) { return c.NewBytes([]byte(c.Arg(0).Text())), nil }},
		{"fromUTF8", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			b, _ := c.Arg(0).Bytes()
			return h.vm.ToValue(strings.ToValidUTF8(string(b), "\uFFFD"))
		}},
	})
}
