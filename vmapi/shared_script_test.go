package vmapi_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// TestSharedScript runs one Script in many VMs at once; with -race it tells
// whether templates are really immutable.
func TestSharedScript(t *testing.T) {
	const text = `
class Point { #x; constructor(x) { this.#x = x } get x() { return this.#x } static of(...xs) { return xs.map((x) => new Point(x)) } }
function* squares(n) { for (let i = 0; i < n; i++) yield i * i }
let text = '';
for (const s of squares(20)) text += s + ',';
const o = { a: { b: [1, 2, 3] }, ['k' + text.length]: eval('1 + 1') };
function lazy(n) { function inner(n) { return n ? inner(n - 1) + 1 : 0 } return inner(n) }
total = Point.of(...squares(10)).reduce((sum, p) => sum + p.x, 0) + JSON.stringify(o).length + lazy(9) + seed;
`
	opts := vmapi.ScriptOptions{Filename: "shared.js"}
	script, err := vmapi.NewScript(text, opts)
	if err != nil {
		t.Fatal(err)
	}
	// Out of a cache that was made before any run, in which functions are missing:
	// whoever calls one first compiles it.
	opts.CachedData = script.CreateCachedData()
	cached, err := vmapi.NewScript(text, opts)
	if err != nil || cached.CachedDataRejected() {
		t.Fatal("the cache is rejected", err)
	}
	t.Run("compiled", func(t *testing.T) { runInManyVMs(t, script) })
	t.Run("from a cache", func(t *testing.T) { runInManyVMs(t, cached) })
}

func runInManyVMs(t *testing.T, script *vmapi.Script) {
	const vms = 64
	results := make([]float64, vms)
	var wg sync.WaitGroup
	for i := range vms {
		wg.Add(1)
		go func() {
			defer wg.Done()
			vm := vmapi.New(vmapi.Options{})
			sandbox := vm.NewObject()
			if err := sandbox.Set("seed", i); err != nil {
				t.Error(err)
				return
			}
			ctx, err := vm.CreateContext(sandbox, vmapi.ContextOptions{})
			if err != nil {
				t.Error(err)
				return
			}
			for range 3 {
				v, err := script.RunInNewContext(vm, vm.NewObject(), vmapi.ContextOptions{}, vmapi.RunOptions{})
				if err == nil {
					t.Errorf("seed is not in a new context, and yet: %v", v)
				}
			}
			if _, err = script.RunInContext(ctx, vmapi.RunOptions{}); err != nil {
				t.Error(err)
				return
			}
			v, err := sandbox.Get("total")
			if err != nil {
				t.Error(err)
			}
			results[i], _ = v.Export().(float64)
		}()
	}
	wg.Wait()
	for i, r := range results {
		if r != results[0]+float64(i) || r == 0 {
			t.Errorf("VM %d: %v, and VM 0: %v", i, r, results[0])
		}
	}
}

// TestSharedFunctionCache compiles functions in many VMs at once out of the same
// cached data, and calls them.
func TestSharedFunctionCache(t *testing.T) {
	const body = "function twice(x) { return (() => x * 2)() } return list.map(twice).reduce((a, b) => a + b) + n"
	params := []string{"n"}
	compile := func(vm *vmapi.VM, data []byte) (made []byte, sum any, err error) {
		_, err = vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
			list, err := c.RunScript(vm.Main(), "({ list: [1, 2, 3] })", vmapi.ScriptOptions{})
			if err != nil {
				return vmapi.Value{}, err
			}
			f, err := c.CompileFunction(body, params, vmapi.FunctionOptions{CachedData: data, Extensions: []vmapi.Value{list}})
			if err != nil {
				return vmapi.Value{}, err
			}
			if data != nil && c.CachedDataRejected(f) {
				t.Error("the cache is rejected")
			}
			if data == nil {
				if made, err = c.CreateCachedData(f); err != nil {
					return vmapi.Value{}, err
				}
			}
			n, _ := vm.ToValue(30)
			v, err := c.Call(f, nil, n)
			if err == nil {
				sum = v.Export()
			}
			return v, err
		})
		return made, sum, err
	}
	data, want, err := compile(vmapi.New(vmapi.Options{}), nil)
	if err != nil || want != 42.0 {
		t.Fatal(want, err)
	}
	var wg sync.WaitGroup
	for range 64 {
		wg.Go(func() {
			if _, got, err := compile(vmapi.New(vmapi.Options{}), data); err != nil || got != want {
				t.Errorf("got %v, %v", got, err)
			}
		})
	}
	wg.Wait()
}

func TestContextEnds(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	_, err := vmapi.RunInContext("try { for (;;); } finally { for (;;); }", vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{Context: ctx})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if v, err := vmapi.RunInContext("1 + 1", vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{}); err != nil || v.Export() != 2.0 {
		t.Errorf("afterwards: %v, %v", v, err)
	}
}

func TestErrors(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	run := func(code string, opts vmapi.RunOptions) error {
		_, err := vmapi.RunInContext(code, vm.Main(), vmapi.ScriptOptions{Filename: "e.js"}, opts)
		return err
	}
	var timeout *vmapi.TimeoutError
	if err := run("for (;;);", vmapi.RunOptions{Timeout: 20 * time.Millisecond}); !errors.As(err, &timeout) {
		t.Errorf("timeout: %v", err)
	}
	var syntax *vmapi.SyntaxError
	if err := run("1;\n  let a = ;", vmapi.RunOptions{}); !errors.As(err, &syntax) || syntax.Line != 2 || syntax.Column != 11 {
		t.Errorf("syntax: %v", err)
	}
	var thrown *vmapi.Error
	if err := run("null.x", vmapi.RunOptions{}); !errors.As(err, &thrown) || thrown.Name != "TypeError" || thrown.Site == nil || thrown.Site.Line != 1 {
		t.Errorf("thrown: %v", err)
	}
	other := vmapi.New(vmapi.Options{})
	if _, err := vm.ToValue(other.NewObject()); err == nil {
		t.Error("a value of another VM is taken")
	}
}

func TestPanicOfCallback(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	f := vm.NewFunction("f", 0, func(*vmapi.Call) (vmapi.Value, error) { panic("mine") })
	_, err := f.Call(nil)
	var p *vmapi.PanicError
	if !errors.As(err, &p) || p.Value != "mine" {
		t.Errorf("got %v", err)
	}
}

// TestModules links and evaluates a graph through the Go API.
func TestModules(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	got, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
		dep := vmapi.NewSyntheticModule(vm.Main(), []string{"x"}, func(c *vmapi.Call, m *vmapi.Module) error {
			v, err := vm.ToValue(41)
			m.SetExport("x", v)
			return err
		}, vmapi.ModuleOptions{Identifier: "dep"})
		m, err := vmapi.NewSourceTextModule(vm.Main(), "import { x } from 'dep'; export const y = x + 1 + (import.meta.n ?? 0)", vmapi.ModuleOptions{
			ImportMeta: func(c *vmapi.Call, meta vmapi.Value) error { return c.Set(meta, "n", 100) },
		})
		if err != nil {
			return vmapi.Value{}, err
		}
		if r := m.Requests(); len(r) != 1 || r[0].Specifier != "dep" || m.Identifier() != "vm:module(0)" || m.Status() != vmapi.ModuleUnlinked {
			t.Errorf("requests %v of %s, %s", r, m.Identifier(), m.Status())
		}
		if _, err := m.Namespace(c); err != vmapi.ErrModuleStatus {
			t.Errorf("namespace before linking: %v", err)
		}
		if err := m.LinkRequests([]*vmapi.Module{dep}); err != nil {
			return vmapi.Value{}, err
		}
		if err := m.Instantiate(c); err != nil {
			return vmapi.Value{}, err
		}
		if _, err := m.Evaluate(c, vmapi.RunOptions{}); err != nil {
			return vmapi.Value{}, err
		}
		ns, err := m.Namespace(c)
		if err != nil {
			return vmapi.Value{}, err
		}
		return c.Get(ns, "y")
	})
	if err != nil || got.Export() != 142.0 {
		t.Errorf("got %v, %v", got, err)
	}
}
