package vmapi_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// One script runs in many contexts; each has its own globals and built-ins.
func ExampleScript() {
	vm := vmapi.New(vmapi.Options{})
	script, err := vmapi.NewScript("globalVar = 'set'\n//# sourceMappingURL=a.json", vmapi.ScriptOptions{Filename: "a.js"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for range 2 {
		sandbox := vm.NewObject()
		if _, err := script.RunInNewContext(vm, sandbox, vmapi.ContextOptions{Name: "a context"}, vmapi.RunOptions{}); err != nil {
			fmt.Println(err)
		}
		v, err := sandbox.Get("globalVar")
		ctx := vm.ContextOf(sandbox)
		fmt.Println(v, err, ctx.IsMain(), ctx.Options().Name, ctx.Sandbox().Same(sandbox), ctx.Global().Same(sandbox), ctx.VM() == vm)
	}
	v, err := script.RunInThisContext(vm, vmapi.RunOptions{})
	fmt.Println(v, err, script.SourceMapURL())
	v, err = script.RunInContext(vm.Main(), vmapi.RunOptions{})
	fmt.Println(v, err)
	// Output:
	// set <nil> false a context true false true
	// set <nil> false a context true false true
	// set <nil> a.json
	// set <nil>
}

// What compiles inside a call is bounded by the limits of the run.
func ExampleCall_NewScript() {
	vm := vmapi.New(vmapi.Options{})
	do(vm, func(c *vmapi.Call) error {
		ctx, err := c.CreateContext(vmapi.Value{}, vmapi.ContextOptions{MicrotaskMode: vmapi.MicrotasksAfterEvaluate, DontContextify: true})
		if err != nil {
			return err
		}
		s, err := c.NewScript("let n = 1; Promise.resolve().then(() => { done = n }); n", vmapi.ScriptOptions{})
		if err != nil {
			return err
		}
		v, err := s.Run(c, ctx, vmapi.RunOptions{Timeout: time.Second, HideErrors: true})
		if err != nil {
			return err
		}
		done, err := c.Get(ctx.Global(), "done") // the job has run already
		if err != nil {
			return err
		}
		text, err := c.RunScript(ctx, "'\\ud83d\\ude00' + n", vmapi.ScriptOptions{})
		if err != nil {
			return err
		}
		if s, err = c.NewScriptValue(text, vmapi.ScriptOptions{}); err != nil {
			fmt.Println(v, done, err)
		}
		_, err = vmapi.NewScriptValue(text, vmapi.ScriptOptions{Filename: "b.js"})
		var syntax *vmapi.SyntaxError
		if errors.As(err, &syntax) {
			e, _ := c.Catch(syntax.Throwable(ctx, true))
			fmt.Println(e, e.Decorated())
		}
		return nil
	})
	// Output:
	// 1 1 evalmachine.<anonymous>:1:1: SyntaxError: Invalid or unexpected token
	// SyntaxError: Invalid or unexpected token true
}

// Functions can be compiled with variables around them.
func ExampleFunctionOptions() {
	vm := vmapi.New(vmapi.Options{})
	do(vm, func(c *vmapi.Call) error {
		around := c.NewObject()
		if err := c.Set(around, "rate", 3); err != nil {
			return err
		}
		f, err := c.CompileFunction("return rate * n", []string{"n"}, vmapi.FunctionOptions{Filename: "f.js", Extensions: []vmapi.Value{around}})
		if err != nil {
			return err
		}
		v, err := c.Call(f, nil, 14)
		if err != nil {
			return err
		}
		body, err := vm.ToValue("return arguments.length")
		if err != nil {
			return err
		}
		g, err := c.CompileFunctionValue(body, nil, vmapi.FunctionOptions{})
		if err != nil {
			return err
		}
		n, err := c.Call(g, nil, 1, 2)
		if err != nil {
			return err
		}
		_, err = c.CompileFunction("", []string{"a b"}, vmapi.FunctionOptions{})
		fmt.Println(v, n, errors.Is(err, vmapi.ErrParameter))
		return nil
	})
	// Output: 42 2 true
}

// import() is answered by a function: here with a module, as a loader does.
func ExampleImportFunc() {
	load := func(c *vmapi.Call, specifier string) (vmapi.ImportResult, error) {
		m := vmapi.NewSyntheticModule(c.VM().Main(), []string{"name"}, func(c *vmapi.Call, m *vmapi.Module) error {
			v, err := c.VM().ToValue("module " + specifier)
			m.SetExport("name", v)
			return err
		}, vmapi.ModuleOptions{Identifier: specifier})
		return vmapi.ImportResult{Module: m}, nil
	}
	vm := vmapi.New(vmapi.Options{Loader: func(c *vmapi.Call, specifier, referrer string, _ []vmapi.ImportAttribute) (vmapi.ImportResult, error) {
		return load(c, referrer+" -> "+specifier)
	}})
	var imports vmapi.ImportFunc = func(c *vmapi.Call, specifier string, attributes []vmapi.ImportAttribute) (vmapi.ImportResult, error) {
		return load(c, specifier+" as "+attributes[0].Value)
	}
	text := "import('x', { with: { type: 'text' } }).then((ns) => { seen = ns.name }); 0"
	for _, opts := range []vmapi.ScriptOptions{{Import: imports}, {Filename: "a.js", UseLoader: true}} {
		if _, err := vmapi.RunInContext(text, vm.Main(), opts, vmapi.RunOptions{}); err != nil {
			fmt.Println(err)
		}
		if err := vm.RunJobs(); err != nil {
			fmt.Println(err)
		}
		fmt.Println(eval(vm, "seen"))
	}
	// Output:
	// module x as text
	// module a.js -> x
}

// A module is made, its requests are answered, the graph is instantiated, and
// then evaluated.
func ExampleModule() {
	vm := vmapi.New(vmapi.Options{})
	do(vm, func(c *vmapi.Call) error {
		text, err := vm.ToValue("export default 40")
		if err != nil {
			return err
		}
		dep, err := vmapi.NewSourceTextModuleValue(vm.Main(), text, vmapi.ModuleOptions{Identifier: "dep"})
		if err != nil {
			return err
		}
		m, err := vmapi.NewSourceTextModule(vm.Main(), "import n from 'dep' with { type: 'js' }; export const sum = n + import.meta.two; await 0", vmapi.ModuleOptions{
			ImportMeta: func(c *vmapi.Call, meta vmapi.Value) error { return c.Set(meta, "two", 2) },
		})
		if err != nil {
			return err
		}
		for _, r := range m.Requests() {
			fmt.Println(r.Specifier, r.Attributes, m.Identifier(), m.Status().String(), m.HasTopLevelAwait(), m.IsSynthetic(), m.Context().IsMain())
		}
		err = m.Instantiate(c)
		fmt.Println(errors.Is(err, vmapi.ErrNotLinked), errors.Is(m.LinkRequests(nil), vmapi.ErrLinkMismatch))
		if err := m.LinkRequests([]*vmapi.Module{dep}); err != nil {
			return err
		}
		if err := m.Instantiate(c); err != nil {
			return err
		}
		async, err := m.HasAsyncGraph()
		if err != nil {
			return err
		}
		promise, err := m.Evaluate(c, vmapi.RunOptions{Timeout: time.Second})
		if err != nil {
			return err
		}
		if err := c.RunJobs(); err != nil {
			return err
		}
		ns, err := m.Namespace(c)
		if err != nil {
			return err
		}
		sum, err := c.Get(ns, "sum")
		state, _, _ := promise.PromiseState()
		_, failed := m.Failure()
		fmt.Println(async, sum, state, failed, m.Status())
		return err
	})
	// Output:
	// dep [{type js}] vm:module(0) unlinked true false true
	// true true
	// true 42 fulfilled false evaluated
}

// Steps are counted in terms of the program, so they are the same everywhere;
// contexts of Go and Interrupt come from other goroutines.
func ExampleRunOptions() {
	vm := vmapi.New(vmapi.Options{})
	loop := func(opts vmapi.RunOptions) error {
		_, err := vmapi.RunInContext("for (;;);", vm.Main(), vmapi.ScriptOptions{}, opts)
		return err
	}
	before := vm.Steps()
	fmt.Println(loop(vmapi.RunOptions{Steps: 100_000}), vm.Steps()-before >= 100_000)
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	fmt.Println(loop(vmapi.RunOptions{Context: ctx}))
	time.AfterFunc(time.Millisecond, vm.Interrupt)
	fmt.Println(loop(vmapi.RunOptions{}))
	vm.ClearInterrupt()
	fmt.Println(eval(vm, "1 + 1"))
	// Output:
	// vmapi: step limit exceeded true
	// context deadline exceeded
	// vmapi: interrupted
	// 2
}

// The stages of the engine can be looked at.
func ExampleShowStage() {
	for _, stage := range []vmapi.Stage{vmapi.StageTokens, vmapi.StageAST, vmapi.StageScopes, vmapi.StageBytecode} {
		text, err := vmapi.ShowStage(stage, "let a = 1", "a.js", false)
		first, _, _ := strings.Cut(text, "\n")
		fmt.Println(first, err)
	}
	// Output:
	// 1:1	name	let <nil>
	// (Script (VariableDeclaration let (VariableDeclarator (Identifier a) (NumericLiteral 1)))) <nil>
	// global <nil>
	// function (top): 0 params, 4 registers, script <nil>
}
