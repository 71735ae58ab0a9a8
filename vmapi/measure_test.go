package vmapi_test

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// measured makes a measurement and waits for it as an event loop would.
func measured(t *testing.T, vm *vmapi.VM, opts vmapi.MeasureOptions) (use vmapi.MemoryUse) {
	t.Helper()
	answered := false
	vm.MeasureMemory(opts, func(_ *vmapi.Call, m vmapi.MemoryUse) error { use, answered = m, true; return nil })
	for vm.Expected() > 0 {
		<-vm.Posted()
		if _, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, c.RunPosted() }); err != nil {
			t.Fatal(err)
		}
	}
	if !answered {
		t.Fatal("no answer")
	}
	return use
}

// TestMeasureMemoryByContext fills contexts in different ways with 10 MB, which have
// to be found where they are.
func TestMeasureMemoryByContext(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	fills := map[string]string{
		"a global array":         "var big = []; for (let i = 0; i < 1e5; i++) big.push({ i, a: [i, i] })",
		"a lexical binding":      "let big = []; for (let i = 0; i < 1e5; i++) big.push({ i, a: [i, i] })",
		"a closure":              "var f = (() => { const big = Array.from({ length: 1e5 }, (_, i) => ({ i, a: [i, i] })); return () => big })()",
		"a string":               "var big = 'x'.repeat(1e7); big.charCodeAt(0)",
		"a buffer":               "var big = new Uint8Array(1e7)",
		"a map":                  "var big = new Map(); for (let i = 0; i < 1e5; i++) big.set(i, [i, i])",
		"instances of a class":   "class C { a = [1, 2]; b = 1 } var big = Array.from({ length: 1e5 }, () => new C)",
		"without prototypes":     "var big = []; for (let i = 0; i < 1e5; i++) big.push({ __proto__: null, i, a: { __proto__: null, i } })",
		"a private field":        "class C { #big = Array.from({ length: 1e5 }, (_, i) => ({ i, a: [i, i] })) } var c = new C",
		"a waiting job":          "Promise.resolve(Array.from({ length: 1e5 }, (_, i) => ({ i, a: [i, i] }))).then((v) => v); 0",
		"an object of the outer": "outer.push(Array.from({ length: 1e5 }, (_, i) => ({ i, a: [i, i] }))); 0",
	}
	small, err := vm.CreateContext(vmapi.Value{}, vmapi.ContextOptions{Name: "small"})
	if err != nil {
		t.Fatal(err)
	}
	outer, err := vmapi.RunInContext("[]", vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range fills {
		sandbox := vm.NewObject()
		if err := sandbox.Set("outer", outer); err != nil {
			t.Fatal(err)
		}
		ctx, err := vm.CreateContext(sandbox, vmapi.ContextOptions{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		before := measured(t, vm, vmapi.MeasureOptions{Eager: true})
		if _, err := vmapi.RunInContext(text, ctx, vmapi.ScriptOptions{}, vmapi.RunOptions{}); err != nil {
			t.Fatal(name, err)
		}
		use := measured(t, vm, vmapi.MeasureOptions{Eager: true})
		if grown := use.Total.Bytes - before.Total.Bytes; grown < 4e6 || grown > 4e7 {
			t.Errorf("%s: %d bytes more in all", name, grown)
		}
		found := false
		for _, o := range use.Other {
			switch o.Context {
			case ctx:
				found = true
				if o.Bytes < 4e6 || o.Upper < o.Bytes {
					t.Errorf("%s: the context has %d to %d bytes", name, o.Bytes, o.Upper)
				}
			case small:
				if o.Bytes > 1e5 {
					t.Errorf("%s: an empty context has %d bytes", name, o.Bytes)
				}
			}
		}
		if !found || use.Current.Bytes > 1e6 {
			t.Errorf("%s: found %v, the main context has %d bytes", name, found, use.Current.Bytes)
		}
		if inner := measured(t, vm, vmapi.MeasureOptions{Eager: true, Current: ctx}); inner.Current.Bytes < 4e6 || len(inner.Other) != len(use.Other) {
			t.Errorf("%s: seen from inside, %d bytes and %d others", name, inner.Current.Bytes, len(inner.Other))
		}
		if _, err := vmapi.RunInContext("outer.length = 0; big = f = c = 0", ctx, vmapi.ScriptOptions{}, vmapi.RunOptions{}); err != nil && !strings.Contains(err.Error(), "constant") {
			t.Fatal(name, err)
		}
		runtime.KeepAlive(ctx)
	}
	runtime.KeepAlive(small)
}

// TestMeasureMemoryWaits checks that a measurement that is not eager keeps nothing
// waiting and is answered after the next collection, or by one that is eager.
func TestMeasureMemoryWaits(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	answers := 0
	count := func(*vmapi.Call, vmapi.MemoryUse) error { answers++; return nil }
	vm.MeasureMemory(vmapi.MeasureOptions{}, count)
	for range 100 {
		runtime.GC()
		select {
		case <-vm.Posted():
		case <-time.After(10 * time.Millisecond):
			continue
		}
		break
	}
	if _, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, c.RunPosted() }); err != nil || answers != 1 {
		t.Fatalf("%d answers after a collection, %v", answers, err)
	}
	vm.MeasureMemory(vmapi.MeasureOptions{}, count)
	measured(t, vm, vmapi.MeasureOptions{Eager: true})
	if answers != 2 {
		t.Errorf("%d answers after an eager measurement", answers)
	}
}
