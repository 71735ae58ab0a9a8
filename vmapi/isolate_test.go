package vmapi_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// Data is copied into an isolated context; nothing of the outer one can be
// reached from there.
func ExampleCall_CopyTo() {
	vm := vmapi.New(vmapi.Options{})
	sandbox := eval(vm, "({ numbers: [1, 2, 3], seen: new Map([['a', 1]]) })")
	ctx, err := vm.CreateContext(sandbox, vmapi.ContextOptions{Isolated: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "numbers.push(4); numbers.reduce((a, b) => a + b) + seen.get('a')"
	v, err := vmapi.RunInContext(text, ctx, vmapi.ScriptOptions{}, vmapi.RunOptions{})
	numbers, _ := sandbox.Get("numbers")
	fmt.Println(v, err, numbers.Len(), ctx.VM() == vm)
	do(vm, func(c *vmapi.Call) error {
		copied, err := c.CopyTo(ctx.VM(), eval(vmapi.New(vmapi.Options{}), "'text'"))
		fmt.Println(copied, err)
		word, err := vm.ToValue("text")
		if err != nil {
			return err
		}
		copied, err = c.CopyTo(ctx.VM(), word)
		fmt.Println(copied, err)
		return nil
	})
	// Output:
	// 11 <nil> 3 false
	// undefined vmapi: it belongs to another VM
	// text <nil>
}

// TestIsolated runs scripts in an isolated context from inside a run.
func TestIsolated(t *testing.T) {
	vm := vmapi.New(vmapi.Options{MemoryLimit: 64 << 20})
	sandbox := eval(vm, `({ n: 2n ** 70n, s: 'a' + 'b', sym: Symbol.for('s'), iter: Symbol.iterator, bytes: new Uint8Array([1, 2]), buffer: new ArrayBuffer(3),
		set: new Set([1]), error: Object.assign(new RangeError('r'), { code: 'C' }), hole: [1, , 3] })`)
	if err := sandbox.Set("self", sandbox); err != nil {
		t.Fatal(err)
	}
	if err := sandbox.Set("twice", vm.NewFunction("twice", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		o := c.NewObject()
		return o, c.Set(o, "n", c.Arg(0).Number()*2)
	})); err != nil {
		t.Fatal(err)
	}
	ctx, err := vm.CreateContext(sandbox, vmapi.ContextOptions{Isolated: true, NoStrings: true, MicrotaskMode: vmapi.MicrotasksAfterEvaluate})
	if err != nil {
		t.Fatal(err)
	}
	define(t, vm, "inside", func(c *vmapi.Call) (vmapi.Value, error) {
		return c.RunScript(ctx, c.Arg(0).Text(), vmapi.ScriptOptions{Filename: "inside.js"})
	})
	for text, want := range map[string]any{
		"inside('n === 2n ** 70n && s')":                                                        "ab",
		"inside('self === globalThis && self.self === self')":                                   true,
		"inside('sym === Symbol.for(\"s\") && iter === Symbol.iterator')":                       true,
		"inside('bytes.join() + buffer.byteLength + set.has(1) + bytes instanceof Uint8Array')": "",
		"inside('error instanceof RangeError && error.message + error.code')":                   "rC",
		"inside('hole.length + String(1 in hole)')":                                             "3false",
		"inside('twice(4) instanceof Object && twice(4).n')":                                    8.0,
		"inside('twice.name + twice.length')":                                                   "twice1",
		"inside('[{ a: [1, new Map([[1, 2]])] }]')[0].a[1].get(1)":                              2.0,
		"inside('({ deep: 1 })') instanceof Object":                                             true,
		"try { inside('null.x') } catch (e) { e instanceof TypeError }":                         true,
		"try { inside('throw { code: 7 }') } catch (e) { e.code }":                              7.0,
		"try { inside('(() => 1)') } catch (e) { e.message }":                                   "vmapi: it cannot be copied to another VM: an object of the kind Function",
		"try { inside('Symbol()') } catch (e) { e.message }":                                    "vmapi: it cannot be copied to another VM: a symbol",
		"try { inside('eval(1)') } catch (e) { e instanceof EvalError }":                        true,
		"inside('Promise.resolve().then(() => { later = 5 }); 0') + inside('later')":            5.0,
		"try { inside('(') } catch (e) { e.name }":                                              "SyntaxError",
	} {
		if want == "" {
			continue
		}
		if got := run(t, vm, text); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
	gone, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	var timeout *vmapi.TimeoutError
	var limit *vmapi.LimitError
	text := "try { inside('try { for (;;); } finally { for (;;); }') } catch { for (;;); }"
	_, timeErr := vmapi.RunInContext(text, vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{Timeout: 10 * time.Millisecond})
	_, goneErr := vmapi.RunInContext(text, vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{Context: gone})
	time.AfterFunc(10*time.Millisecond, vm.Interrupt)
	_, interruptErr := vmapi.RunInContext(text, vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{})
	vm.ClearInterrupt()
	_, memoryErr := vmapi.RunInContext("const a = []; for (;;) a.push('x'.repeat(1000) + a.length)", ctx, vmapi.ScriptOptions{}, vmapi.RunOptions{})
	if !errors.As(timeErr, &timeout) || !errors.Is(goneErr, context.DeadlineExceeded) || !errors.As(interruptErr, &limit) || limit.Reason != "interrupted" {
		t.Errorf("%v; %v; %v", timeErr, goneErr, interruptErr)
	}
	if !errors.As(memoryErr, &limit) || limit.Reason != "memory limit exceeded" {
		t.Errorf("memory: %v", memoryErr)
	}
	if got := run(t, vm, "inside('1 + 1')"); got != 2.0 {
		t.Errorf("afterwards: %v", got)
	}
	if _, err := vm.CreateContext(eval(vm, "({ f() {} })"), vmapi.ContextOptions{Isolated: true}); !errors.Is(err, vmapi.ErrNotCopied) {
		t.Errorf("a function of script: %v", err)
	}
	deep := eval(vm, "let d = []; for (let i = 0; i < 1e5; i++) d = [d]; d")
	if _, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) { return c.CopyTo(ctx.VM(), deep) }); err == nil {
		t.Error("copies of any depth")
	}
}
