package vmapi_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

func run(t *testing.T, vm *vmapi.VM, text string) any {
	t.Helper()
	v, err := vmapi.RunInContext(text, vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{Timeout: 10 * time.Second})
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return v.Export()
}

func define(t *testing.T, vm *vmapi.VM, name string, f vmapi.Function) {
	t.Helper()
	if err := vm.Main().Global().Set(name, vm.NewFunction(name, 0, f)); err != nil {
		t.Fatal(err)
	}
}

// TestClosed uses a VM and its values after Close.
func TestClosed(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	number, object := vm.Main().Sandbox(), vm.NewObject()
	if err := object.Set("x", "kept"); err != nil {
		t.Fatal(err)
	}
	text, err := object.Get("x")
	if err != nil {
		t.Fatal(err)
	}
	script, err := vmapi.NewScript("1", vmapi.ScriptOptions{})
	if err != nil {
		t.Fatal(err)
	}
	define(t, vm, "close", func(c *vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, c.VM().Close() })
	if got := run(t, vm, "try { close() } catch (e) { e.message }"); got != vmapi.ErrBusy.Error() {
		t.Errorf("Close while running: %v", got)
	}
	for range 2 {
		if err := vm.Close(); err != nil {
			t.Fatal(err)
		}
	}
	_, getErr := object.Get("x")
	_, callErr := number.Call(nil)
	_, runErr := script.RunInContext(vm.Main(), vmapi.RunOptions{})
	_, contextErr := vm.CreateContext(vmapi.Value{}, vmapi.ContextOptions{})
	_, doErr := vm.Do(func(*vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, errors.New("is run") })
	for name, err := range map[string]error{
		"Get": getErr, "Set": object.Set("x", 1), "RunInContext": runErr, "CreateContext": contextErr, "Do": doErr, "RunJobs": vm.RunJobs(),
	} {
		if err != vmapi.ErrClosed {
			t.Errorf("%s: %v", name, err)
		}
	}
	if callErr == nil || text.Export() != "kept" || object.String() == "" {
		t.Errorf("call %v, text %v, object %v", callErr, text, object)
	}
	vm.Interrupt()
	vm.Post(func(*vmapi.Call) error { return errors.New("posted") })
}

// TestOtherVM passes values, keys, contexts and modules to a VM that they do not
// belong to.
func TestOtherVM(t *testing.T) {
	vm, other := vmapi.New(vmapi.Options{}), vmapi.New(vmapi.Options{})
	foreign := other.NewObject()
	f := other.NewFunction("f", 0, func(*vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, nil })
	var key vmapi.Key
	if _, err := other.Do(func(c *vmapi.Call) (vmapi.Value, error) { key = c.Key("k"); return vmapi.Value{}, nil }); err != nil {
		t.Fatal(err)
	}
	_, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
		own := c.NewObject()
		k := c.Key("k")
		_, get := c.Get(foreign, "x")
		_, getKey := c.GetKey(own, key)
		_, call := c.Call(f, nil)
		_, callThis := c.CallMethod(foreign, "x")
		_, construct := c.New(f)
		_, has := c.Has(foreign, k)
		_, del := c.Delete(own, key)
		_, keys := c.OwnKeys(foreign)
		_, _, property := c.OwnProperty(foreign, k)
		_, proto := c.Prototype(foreign)
		_, text := c.ToString(foreign)
		_, number := c.ToNumber(foreign)
		_, length := c.Length(foreign)
		_, keyOf := c.KeyOf(foreign)
		_, context := c.CreateContext(foreign, vmapi.ContextOptions{})
		_, convert := vm.ToValue(foreign)
		script, err := c.NewScript("1", vmapi.ScriptOptions{})
		if err != nil {
			return vmapi.Value{}, err
		}
		_, run := script.Run(c, other.Main(), vmapi.RunOptions{})
		_, compile := c.CompileFunction("", nil, vmapi.FunctionOptions{Context: other.Main()})
		module, err := vmapi.NewSourceTextModule(other.Main(), "1", vmapi.ModuleOptions{})
		if err != nil {
			return vmapi.Value{}, err
		}
		for name, err := range map[string]error{
			"Get": get, "GetKey": getKey, "Call": call, "CallMethod": callThis, "New": construct, "Has": has, "Delete": del, "OwnKeys": keys,
			"OwnProperty": property, "Prototype": proto, "ToString": text, "ToNumber": number, "Length": length, "KeyOf": keyOf,
			"CreateContext": context, "ToValue": convert, "Run": run, "CompileFunction": compile, "Instantiate": module.Instantiate(c),
			"Set target": c.Set(foreign, "x", 1), "Set value": c.Set(own, "x", foreign), "SetKey": c.SetKey(own, key, 1), "Define": c.Define(own, k, foreign, vmapi.Plain),
			"DefineAccessor": c.DefineAccessor(own, k, f, vmapi.Value{}, vmapi.Plain), "SetPrototype": c.SetPrototype(own, foreign),
		} {
			if err != vmapi.ErrOtherVM {
				t.Errorf("%s: %v", name, err)
			}
		}
		return vmapi.Value{}, nil
	})
	if err != nil {
		t.Error(err)
	}
	if err := vm.NewObject().Set("x", foreign); err != vmapi.ErrOtherVM {
		t.Errorf("Value.Set: %v", err)
	}
}

// TestOtherVMResults lets Go functions hand out values of another VM.
func TestOtherVMResults(t *testing.T) {
	vm, other := vmapi.New(vmapi.Options{}), vmapi.New(vmapi.Options{})
	foreign := other.NewObject()
	define(t, vm, "result", func(*vmapi.Call) (vmapi.Value, error) { return foreign, nil })
	define(t, vm, "thrown", func(*vmapi.Call) (vmapi.Value, error) {
		_, err := vmapi.RunInContext("throw { from: 'there' }", other.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{})
		return vmapi.Value{}, err
	})
	if got := run(t, vm, "try { result() } catch (e) { e.message }"); got != vmapi.ErrOtherVM.Error() {
		t.Errorf("result: %v", got)
	}
	if got := run(t, vm, "try { thrown() } catch (e) { e instanceof Error && e.from }"); got != nil {
		t.Errorf("thrown: %v", got)
	}
	for name, f := range map[string]func(c *vmapi.Call){
		"Throw": func(c *vmapi.Call) { _ = c.Throw(foreign) }, "NewArray": func(c *vmapi.Call) { c.NewArray(foreign) },
		"NewObjectWith": func(c *vmapi.Call) { c.NewObjectWith(foreign) },
	} {
		_, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) { f(c); return vmapi.Value{}, nil })
		if p := (*vmapi.PanicError)(nil); !errors.As(err, &p) || p.Value != vmapi.ErrOtherVM {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := vm.Do(func(*vmapi.Call) (vmapi.Value, error) { return foreign, nil }); err != vmapi.ErrOtherVM {
		t.Errorf("Do: %v", err)
	}
	if vm.ContextOf(foreign) != nil {
		t.Error("a context of another VM")
	}
}

// TestEndedCall keeps a Call beyond its function.
func TestEndedCall(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	var kept *vmapi.Call
	define(t, vm, "keep", func(c *vmapi.Call) (vmapi.Value, error) { kept = c; return c.Arg(0), nil })
	run(t, vm, "keep(1)")
	o := vm.NewObject()
	_, get := kept.Get(o, "x")
	_, call := kept.Call(o, nil)
	_, script := kept.NewScript("1", vmapi.ScriptOptions{})
	for name, err := range map[string]error{"Get": get, "Call": call, "Set": kept.Set(o, "x", 1), "RunJobs": kept.RunJobs(), "NewScript": script} {
		if err != vmapi.ErrCallEnded {
			t.Errorf("%s: %v", name, err)
		}
	}
	if !kept.Arg(0).IsUndefined() || kept.ArgCount() != 0 || !kept.This().IsUndefined() || kept.Args(0) != nil || !kept.NewTarget().IsUndefined() {
		t.Error("the arguments of a call that has ended can be read")
	}
}

// TestPrimitives uses values that are no objects where one is needed.
func TestPrimitives(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	_, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
		one, err := vm.ToValue(1)
		if err != nil {
			return one, err
		}
		for _, v := range []vmapi.Value{{}, one, vm.Null(), c.NewSymbol("s")} {
			_, keys := c.OwnKeys(v)
			_, proto := c.Prototype(v)
			_, has := c.Has(v, c.Key("x"))
			_, call := c.Call(v, nil)
			_, construct := c.New(v)
			for name, err := range map[string]error{
				"OwnKeys": keys, "Prototype": proto, "Has": has, "Call": call, "New": construct, "Set": c.Set(v, "x", 1), "Define": c.Define(v, c.Key("x"), 1, vmapi.Plain),
			} {
				if x, ok := c.Catch(err); !ok || !x.IsError() {
					t.Errorf("%s of %s: %v", name, v, err)
				}
			}
			if v.Entries(); v.Len() != 0 || v.HostData() != nil || v.Class() != "" || v.IsClass() {
				t.Errorf("%s looks like an object", v)
			}
		}
		return vmapi.Value{}, nil
	})
	if err != nil {
		t.Error(err)
	}
	if _, err := vm.ToValue(struct{}{}); err == nil || !strings.Contains(err.Error(), "struct {}") {
		t.Errorf("conversion of a struct: %v", err)
	}
}

// TestWrongGoroutine enters a VM that is running on another goroutine.
func TestWrongGoroutine(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	inside, leave := make(chan struct{}), make(chan struct{})
	define(t, vm, "block", func(*vmapi.Call) (vmapi.Value, error) {
		close(inside)
		<-leave
		return vmapi.Value{}, nil
	})
	done := make(chan error)
	go func() {
		_, err := vmapi.RunInContext("block(); for (;;);", vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{})
		done <- err
	}()
	<-inside
	for range 3 {
		if _, err := vmapi.RunInContext("1", vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{}); err != vmapi.ErrBusy {
			t.Errorf("got %v", err)
		}
	}
	vm.Interrupt() // a callback that blocks is not interrupted, what follows it is
	close(leave)
	var limit *vmapi.LimitError
	if err := <-done; !errors.As(err, &limit) || limit.Reason != "interrupted" {
		t.Errorf("got %v", err)
	}
	vm.ClearInterrupt()
	if got := run(t, vm, "6 * 7"); got != 42.0 {
		t.Errorf("afterwards: %v", got)
	}
}

// TestReentry enters the VM from a callback, with its Call and without.
func TestReentry(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	define(t, vm, "wrong", func(c *vmapi.Call) (vmapi.Value, error) { return c.VM().Main().Global().Get("x") })
	define(t, vm, "right", func(c *vmapi.Call) (vmapi.Value, error) {
		return c.RunScript(c.VM().Main(), "x + 1", vmapi.ScriptOptions{})
	})
	if got := run(t, vm, "var x = 41; let m; try { wrong() } catch (e) { m = e.message }; m + right()"); got != vmapi.ErrBusy.Error()+"42" {
		t.Errorf("got %v", got)
	}
	var depth func(c *vmapi.Call) (vmapi.Value, error)
	depth = func(c *vmapi.Call) (vmapi.Value, error) {
		return c.RunScript(c.VM().Main(), "deeper()", vmapi.ScriptOptions{})
	}
	define(t, vm, "deeper", depth)
	if got := run(t, vm, "try { deeper() } catch (e) { e instanceof RangeError }"); got != true {
		t.Errorf("endless re-entry: %v", got)
	}
}

// TestPanics lets Go functions panic in many places: the run ends, no handler of
// the script sees it, and the VM can be used afterwards.
func TestPanics(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	define(t, vm, "panics", func(*vmapi.Call) (vmapi.Value, error) { panic(fmt.Errorf("mine")) })
	define(t, vm, "again", func(c *vmapi.Call) (vmapi.Value, error) { return c.Call(c.Arg(0), nil) })
	for _, text := range []string{
		"panics()",
		"try { panics() } catch { seen = 1 } finally { seen = 2 }",
		"[3, 1, 2].sort(panics)",
		"new Proxy({}, { get: panics }).x",
		"again(() => again(panics))",
		"for (const x of (function* () { try { yield 1 } finally { seen = 3 } })()) panics()",
		"'abc'.replace(/b/, panics)",
		"class A { constructor() { panics() } } new A",
		"JSON.stringify({ toJSON: panics })",
	} {
		_, err := vmapi.RunInContext(text, vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{})
		var p *vmapi.PanicError
		if !errors.As(err, &p) || fmt.Sprint(p.Value) != "mine" || !strings.Contains(string(p.Stack), "TestPanics") {
			t.Errorf("%s: %v", text, err)
		}
		if got := run(t, vm, "typeof seen + [1, 2].map((x) => x * 2)"); got != "undefined2,4" {
			t.Errorf("after %s: %v", text, got)
		}
	}
	_, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
		c.QueueMicrotask(vm.NewFunction("f", 0, func(*vmapi.Call) (vmapi.Value, error) { panic("in a job") }))
		return vmapi.Value{}, c.RunJobs()
	})
	if p := (*vmapi.PanicError)(nil); !errors.As(err, &p) || p.Value != "in a job" {
		t.Errorf("job: %v", err)
	}
}

// TestPoisoned leaves the VM in the middle of a run by Goexit. A panic in Do,
// where no script is, leaves it in order.
func TestPoisoned(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	_, err := vm.Do(func(*vmapi.Call) (vmapi.Value, error) { panic("outside") })
	if p := (*vmapi.PanicError)(nil); !errors.As(err, &p) || p.Value != "outside" {
		t.Errorf("panic in Do: %v", err)
	}
	if got := run(t, vm, "1 + 1"); got != 2.0 {
		t.Errorf("after a panic in Do: %v", got)
	}
	vm = vmapi.New(vmapi.Options{})
	define(t, vm, "exit", func(*vmapi.Call) (vmapi.Value, error) { runtime.Goexit(); return vmapi.Value{}, nil })
	done := make(chan struct{})
	go func() {
		defer close(done)
		_, _ = vmapi.RunInContext("[1].forEach(exit)", vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{})
		t.Error("the goroutine goes on")
	}()
	<-done
	if _, err := vmapi.RunInContext("1", vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{}); err != vmapi.ErrContextPoisoned {
		t.Errorf("after Goexit: %v", err)
	}
	if err := vm.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
}

// TestNestedLimits checks that a limit ends the run that set it, and no other.
func TestNestedLimits(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	gone, cancel := context.WithCancelCause(context.Background())
	cancel(errors.New("gone"))
	inner := func(opts func() vmapi.RunOptions) vmapi.Function {
		return func(c *vmapi.Call) (vmapi.Value, error) {
			s, err := c.NewScript("try { for (;;); } finally { bad = 1 }", vmapi.ScriptOptions{})
			if err != nil {
				return vmapi.Value{}, err
			}
			_, err = s.Run(c, c.VM().Main(), opts())
			return vmapi.Value{}, err
		}
	}
	define(t, vm, "timeout", inner(func() vmapi.RunOptions { return vmapi.RunOptions{Timeout: 5 * time.Millisecond} }))
	define(t, vm, "steps", inner(func() vmapi.RunOptions { return vmapi.RunOptions{Steps: 1000} }))
	define(t, vm, "gone", inner(func() vmapi.RunOptions { return vmapi.RunOptions{Context: gone} }))
	define(t, vm, "later", inner(func() vmapi.RunOptions {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
		_ = cancel
		return vmapi.RunOptions{Context: ctx}
	}))
	got := run(t, vm, "[timeout, steps, gone, later].map((f) => { try { f() } catch (e) { return e.message } }).join('; ') + typeof bad")
	if want := "Script execution timed out after 5ms; vmapi: step limit exceeded; gone; context deadline exceededundefined"; got != want {
		t.Errorf("got %v\nwant %v", got, want)
	}
	// The outer limits are shorter: the inner run passes them on.
	for name, opts := range map[string]vmapi.RunOptions{"time": {Timeout: 10 * time.Millisecond}, "step": {Steps: 100}} {
		_, err := vmapi.RunInContext("try { nested() } finally { bad = 2 }", vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{})
		if err == nil {
			t.Error("nested is not there yet")
		}
		define(t, vm, "nested", inner(func() vmapi.RunOptions { return vmapi.RunOptions{Timeout: time.Minute, Steps: 1 << 62} }))
		_, err = vmapi.RunInContext("try { nested() } catch { bad = 3 } finally { bad = 4 }", vm.Main(), vmapi.ScriptOptions{}, opts)
		var timeout *vmapi.TimeoutError
		var limit *vmapi.LimitError
		if !errors.As(err, &timeout) && !errors.As(err, &limit) {
			t.Errorf("%s: %v", name, err)
		}
		if got := run(t, vm, "const was = globalThis.bad; delete globalThis.bad; delete globalThis.nested; was"); got != 2.0 {
			t.Errorf("%s: bad is %v", name, got)
		}
		vm = vmapi.New(vmapi.Options{})
	}
}

// TestCompilationIsMetered compiles long texts under limits.
func TestCompilationIsMetered(t *testing.T) {
	long := strings.Repeat("f(a + b, [1, 2, { x: y }]);\n", 400_000)
	vm := vmapi.New(vmapi.Options{})
	start := time.Now()
	_, err := vmapi.RunInContext(long, vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{Timeout: 20 * time.Millisecond})
	if timeout := (*vmapi.TimeoutError)(nil); !errors.As(err, &timeout) {
		t.Errorf("time: %v", err)
	}
	_, err = vmapi.RunInContext(long, vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{Steps: 10_000})
	if limit := (*vmapi.LimitError)(nil); !errors.As(err, &limit) {
		t.Errorf("steps: %v", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if _, err = vmapi.NewScript(long, vmapi.ScriptOptions{Context: ctx}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("context: %v", err)
	}
	small := vmapi.New(vmapi.Options{MemoryLimit: 8 << 20})
	_, err = vmapi.RunInContext(long, small.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{})
	if limit := (*vmapi.LimitError)(nil); !errors.As(err, &limit) || limit.Reason != "memory limit exceeded" {
		t.Errorf("memory: %v", err)
	}
	_, err = vmapi.NewSourceTextModule(small.Main(), long, vmapi.ModuleOptions{})
	if limit := (*vmapi.LimitError)(nil); !errors.As(err, &limit) {
		t.Errorf("module: %v", err)
	}
	_, err = small.Do(func(c *vmapi.Call) (vmapi.Value, error) { return c.CompileFunction(long, nil, vmapi.FunctionOptions{}) })
	if limit := (*vmapi.LimitError)(nil); !errors.As(err, &limit) {
		t.Errorf("function: %v", err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

// TestStepsAreExact runs the same program twice.
func TestStepsAreExact(t *testing.T) {
	count := func() uint64 {
		vm := vmapi.New(vmapi.Options{})
		before := vm.Steps()
		run(t, vm, "let s = 0; for (let i = 0; i < 1000; i++) s += [3, 2, 1].sort()[0]; s")
		return vm.Steps() - before
	}
	if a, b := count(), count(); a != b || a < 1000 {
		t.Errorf("%d and %d steps", a, b)
	}
}

// TestKeptObjects checks that what WeakRef kept alive during a run can be
// collected after it.
func TestKeptObjects(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	run(t, vm, "var ref; (() => { ref = new WeakRef({ big: 'x'.repeat(1000) }) })(); ref.deref().big.length")
	for range 20 {
		runtime.GC()
		if run(t, vm, "ref.deref() === undefined") == true {
			return
		}
		// The look itself has kept it until here.
		time.Sleep(time.Millisecond)
	}
	t.Error("what a WeakRef was asked for is never collected")
}
