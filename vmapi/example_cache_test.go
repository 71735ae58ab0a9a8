package vmapi_test

import (
	"fmt"

	"github.com/burrowjs/burrow/vmapi"
)

// A script is loaded from cached data. Functions are in the data once they have
// been called.
func ExampleScript_CreateCachedData() {
	const text = "function add(a, b) { return a + b; }\nadd(1, 2)"
	vm := vmapi.New(vmapi.Options{})
	first, err := vmapi.NewScript(text, vmapi.ScriptOptions{})
	if err != nil {
		panic(err)
	}
	withoutAdd := first.CreateCachedData()
	if _, err := first.RunInThisContext(vm, vmapi.RunOptions{}); err != nil {
		panic(err)
	}
	withAdd := first.CreateCachedData()
	fmt.Println("add is left out at first:", len(withoutAdd) < len(withAdd))

	second, err := vmapi.NewScript(text, vmapi.ScriptOptions{CachedData: withAdd})
	if err != nil {
		panic(err)
	}
	v, err := second.RunInThisContext(vm, vmapi.RunOptions{})
	fmt.Println("rejected:", second.CachedDataRejected(), "result:", v.Export(), err)

	other, err := vmapi.NewScript(text+" + 1", vmapi.ScriptOptions{CachedData: withAdd})
	fmt.Println("for another text, rejected:", other.CachedDataRejected(), err)
	// Output:
	// add is left out at first: true
	// rejected: false result: 3 <nil>
	// for another text, rejected: true <nil>
}

func ExampleModule_CreateCachedData() {
	vm := vmapi.New(vmapi.Options{})
	first, err := vmapi.NewSourceTextModule(vm.Main(), "export const a = 1;", vmapi.ModuleOptions{})
	if err != nil {
		panic(err)
	}
	data, err := first.CreateCachedData()
	if err != nil {
		panic(err)
	}
	second, err := vmapi.NewSourceTextModule(vm.Main(), "export const a = 1;", vmapi.ModuleOptions{CachedData: data})
	fmt.Println(second.CachedDataRejected(), err)
	// Output: false <nil>
}

func ExampleCall_CreateCachedData() {
	vm := vmapi.New(vmapi.Options{})
	_, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
		f, err := c.CompileFunction("return a + b", []string{"a", "b"}, vmapi.FunctionOptions{})
		if err != nil {
			return f, err
		}
		data, err := c.CreateCachedData(f)
		if err != nil {
			return f, err
		}
		g, err := c.CompileFunction("return a + b", []string{"a", "b"}, vmapi.FunctionOptions{CachedData: data})
		if err != nil {
			return g, err
		}
		fmt.Println(c.CachedDataRejected(g))
		return c.Call(g, nil, 1, 2)
	})
	fmt.Println(err)
	// Output:
	// false
	// <nil>
}
