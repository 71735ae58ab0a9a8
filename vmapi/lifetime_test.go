package vmapi_test

import (
	"fmt"
	"runtime"
	"testing"
	"time"
	"weak"

	"github.com/burrowjs/burrow/vmapi"
)

// TestImportCallbacks compiles the same text twice, with different answers to
// import(): the answer belongs to the script, also of code that is made later
// and after collections.
func TestImportCallbacks(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	const text = "(function later() { return eval('import(\"x\")').then((v) => { seen.push(v) }) })"
	answer := func(name string) vmapi.ImportFunc {
		return func(c *vmapi.Call, specifier string, _ []vmapi.ImportAttribute) (vmapi.ImportResult, error) {
			v, err := c.VM().ToValue(name + " " + specifier)
			return vmapi.ImportResult{Value: v}, err
		}
	}
	eval(vm, "globalThis.seen = []; 0")
	var functions []vmapi.Value
	for _, name := range []string{"first", "second", "first"} {
		f, err := vmapi.RunInContext(text, vm.Main(), vmapi.ScriptOptions{Import: answer(name)}, vmapi.RunOptions{})
		if err != nil {
			t.Fatal(err)
		}
		functions = append(functions, f)
	}
	runtime.GC() // the scripts themselves are gone
	for _, f := range functions {
		if _, err := f.Call(nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := vm.RunJobs(); err != nil {
		t.Fatal(err)
	}
	if got := run(t, vm, "seen.join()"); got != "first x,second x,first x" {
		t.Errorf("got %v", got)
	}
}

// TestContextsAreCollected drops contexts that everything has happened in that
// is known to have kept contexts alive elsewhere.
func TestContextsAreCollected(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	shared, err := vmapi.NewScript("Symbol.for('shared'); var big = 'x'.repeat(1e4); class A { #p = 1 } host(globalThis); new A", vmapi.ScriptOptions{})
	if err != nil {
		t.Fatal(err)
	}
	host := vm.NewFunction("host", 1, func(*vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, nil })
	var contexts []weak.Pointer[vmapi.Context]
	use := func(i int) {
		sandbox := vm.NewObject()
		if err := sandbox.Set("host", host); err != nil {
			t.Fatal(err)
		}
		ctx, err := vm.CreateContext(sandbox, vmapi.ContextOptions{MicrotaskMode: vmapi.MicrotaskMode(i % 2)})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := shared.RunInContext(ctx, vmapi.RunOptions{Timeout: time.Minute}); err != nil {
			t.Fatal(err)
		}
		own := vmapi.ScriptOptions{Import: func(c *vmapi.Call, _ string, _ []vmapi.ImportAttribute) (vmapi.ImportResult, error) {
			return vmapi.ImportResult{Value: ctx.Sandbox()}, nil
		}}
		text := "var pending = new Promise(() => {}).then(() => big); var p = import('x'); var w = new WeakMap([[globalThis, big]]); (async () => { await pending })(); eval('1 + 1')"
		if _, err := vmapi.RunInContext(text, ctx, own, vmapi.RunOptions{}); err != nil {
			t.Fatal(err)
		}
		_, err = vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
			m, err := vmapi.NewSourceTextModule(ctx, "export const a = globalThis; export default () => import.meta", vmapi.ModuleOptions{
				ImportMeta: func(c *vmapi.Call, meta vmapi.Value) error { return c.Set(meta, "of", ctx.Sandbox()) },
			})
			if err != nil {
				return vmapi.Value{}, err
			}
			if err := m.Instantiate(c); err != nil {
				return vmapi.Value{}, err
			}
			if _, err := m.Evaluate(c, vmapi.RunOptions{}); err != nil {
				return vmapi.Value{}, err
			}
			_, err = c.CompileFunction("return big", nil, vmapi.FunctionOptions{Context: ctx})
			return vmapi.Value{}, err
		})
		if err != nil {
			t.Fatal(err)
		}
		contexts = append(contexts, weak.Make(ctx))
	}
	const n = 100
	for i := range n {
		use(i)
	}
	if err := vm.RunJobs(); err != nil {
		t.Fatal(err)
	}
	eval(vm, "for (let i = 0; i < 100; i++) globalThis['other' + i] = { i }; 0") // what ran last may be held by caches
	alive := 0
	for range 5 {
		runtime.GC()
		alive = 0
		for _, p := range contexts {
			if p.Value() != nil {
				alive++
			}
		}
		if alive == 0 {
			break
		}
	}
	if alive > n/20 {
		t.Error(fmt.Sprint(alive, " of ", n, " contexts are still there"))
	}
	runtime.KeepAlive(vm)
}
