package vmapi_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// A context is made of an object, whose properties are the global variables of
// the scripts that run in it.
func Example() {
	vm := vmapi.New(vmapi.Options{MemoryLimit: 64 << 20})

	sandbox := vm.NewObject()
	sandbox.Set("x", 2)
	sandbox.Set("log", vm.NewFunction("log", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		text, err := c.ToString(c.Arg(0))
		if err == nil {
			fmt.Println("script says", text)
		}
		return vmapi.Value{}, err
	}))
	context, err := vm.CreateContext(sandbox, vmapi.ContextOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}

	script, err := vmapi.NewScript(`x += 40; log("x is " + x); x * 2`, vmapi.ScriptOptions{Filename: "answer.js"})
	if err != nil {
		fmt.Println(err) // a *vmapi.SyntaxError
		return
	}
	result, err := script.RunInContext(context, vmapi.RunOptions{Timeout: time.Second})
	if err != nil {
		fmt.Println(err) // *vmapi.Error, *vmapi.TimeoutError or *vmapi.LimitError
		return
	}
	x, _ := sandbox.Get("x")
	fmt.Println(result.Export(), x.Export())
	// Output:
	// script says x is 42
	// 84 42
}

// No handler of the script sees its timeout, and the VM can be used afterwards.
func ExampleRunOptions_timeout() {
	vm := vmapi.New(vmapi.Options{})
	run := func(text string) {
		v, err := vmapi.RunInContext(text, vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{Timeout: 10 * time.Millisecond})
		if timeout := (*vmapi.TimeoutError)(nil); errors.As(err, &timeout) {
			fmt.Println(timeout)
			return
		}
		fmt.Println(v, err)
	}
	run("try { for (;;); } finally { globalThis.seen = true }")
	run("typeof seen")
	// Output:
	// Script execution timed out after 10ms
	// undefined <nil>
}
