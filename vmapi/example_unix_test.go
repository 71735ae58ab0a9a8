//go:build unix

package vmapi_test

import (
	"fmt"
	"os"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// A handler of SIGINT does not see the signals that end a run with BreakOnSigint.
func ExampleHandleSigint() {
	handled := make(chan struct{})
	end := vmapi.HandleSigint(func() { close(handled) })
	defer end()
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		fmt.Println(err)
		return
	}
	vm := vmapi.New(vmapi.Options{})
	signal := vm.NewFunction("signal", 0, func(*vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, self.Signal(os.Interrupt) })
	if err := vm.Main().Global().Set("signal", signal); err != nil {
		fmt.Println(err)
	}
	_, err = vmapi.RunInContext("signal(); for (;;);", vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{BreakOnSigint: true, Timeout: time.Minute})
	fmt.Println(err == vmapi.ErrSigint)
	if err := self.Signal(os.Interrupt); err != nil {
		fmt.Println(err)
	}
	<-handled
	fmt.Println("handled")
	// Output:
	// true
	// handled
}
