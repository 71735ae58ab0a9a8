// Command embed runs untrusted text under limits: each argument is a script, and
// all share one context whose globals are x and print.
//
//	go run ./examples/embed 'x += 40' 'print(x); x * 2' 'for (;;);' 'undefinedName'
package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

func main() {
	vm := vmapi.New(vmapi.Options{MemoryLimit: 64 << 20})
	sandbox := vm.NewObject()
	sandbox.Set("x", 2)
	sandbox.Set("print", vm.NewFunction("print", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		text, err := c.ToString(c.Arg(0))
		if err == nil {
			fmt.Println(text)
		}
		return vmapi.Value{}, err
	}))
	context, err := vm.CreateContext(sandbox, vmapi.ContextOptions{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, text := range os.Args[1:] {
		fmt.Printf("%s: %s\n", text, run(context, text))
	}
}

// run says how a script ends.
func run(context *vmapi.Context, text string) string {
	v, err := vmapi.RunInContext(text, context, vmapi.ScriptOptions{Filename: "argument"}, vmapi.RunOptions{Timeout: 100 * time.Millisecond})
	var (
		syntax  *vmapi.SyntaxError
		thrown  *vmapi.Error
		timeout *vmapi.TimeoutError
		limit   *vmapi.LimitError
	)
	switch {
	case err == nil:
		return v.String()
	case errors.As(err, &syntax):
		return fmt.Sprintf("line %d, column %d: %s", syntax.Line, syntax.Column, syntax.Message)
	case errors.As(err, &thrown):
		return "threw " + thrown.Name + ": " + thrown.Message
	case errors.As(err, &timeout), errors.As(err, &limit):
		return "stopped: " + err.Error()
	}
	return err.Error()
}
