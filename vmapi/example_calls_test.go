package vmapi_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// A Go function reads its arguments from the Call, which is valid until it
// returns. Errors that are no exceptions become Error objects.
func ExampleFunction() {
	vm := vmapi.New(vmapi.Options{})
	var count vmapi.Function = func(c *vmapi.Call) (vmapi.Value, error) {
		if c.ArgCount() == 0 {
			return vmapi.Value{}, errors.New("nothing to count")
		}
		total := len(c.Arg(0).Text())
		for _, more := range c.Args(1) {
			total += len(more.Text())
		}
		return c.VM().ToValue(total)
	}
	if err := vm.Main().Global().Set("count", vm.NewFunction("count", 1, count)); err != nil {
		fmt.Println(err)
	}
	fmt.Println(eval(vm, "[count('abc', 'de'), count.name, count.length].join()"))
	fmt.Println(eval(vm, "try { count() } catch (e) { String(e) }"))
	// Output:
	// 5,count,1
	// Error: nothing to count
}

// A constructor makes objects that carry a Go value.
func ExampleVM_NewConstructor() {
	type counter struct{ n int }
	vm := vmapi.New(vmapi.Options{})
	var ctor, proto vmapi.Value
	ctor, proto = vm.NewConstructor("Counter", 0, func(c *vmapi.Call) (vmapi.Value, error) {
		if c.NewTarget().IsUndefined() {
			return vmapi.Value{}, c.TypeError("Counter needs %s", "new")
		}
		return c.NewHostObject(proto, &counter{}), nil
	})
	add := vm.NewFunction("add", 0, func(c *vmapi.Call) (vmapi.Value, error) {
		x, ok := c.This().HostData().(*counter)
		if !ok {
			return vmapi.Value{}, c.TypeError("not a Counter")
		}
		x.n++
		return c.VM().ToValue(x.n)
	})
	if err := proto.Set("add", add); err != nil {
		fmt.Println(err)
	}
	if err := vm.Main().Global().Set("Counter", ctor); err != nil {
		fmt.Println(err)
	}
	fmt.Println(eval(vm, "const c = new Counter; c.add(); c.add()"))
	fmt.Println(eval(vm, "try { Counter() } catch (e) { String(e) }"), eval(vm, "try { c.add.call({}) } catch (e) { String(e) }"))
	// Output:
	// 2
	// TypeError: Counter needs new TypeError: not a Counter
}

// Exceptions are errors: Catch takes the value out, Throw puts one in, and an
// error object that was caught before goes on with Rethrow.
func ExampleCall_Catch() {
	vm := vmapi.New(vmapi.Options{})
	do(vm, func(c *vmapi.Call) error {
		_, err := c.RunScript(vm.Main(), "null.x", vmapi.ScriptOptions{Filename: "null.js"})
		v, ok := c.Catch(err)
		site, known := c.Site(err)
		fmt.Println(ok, v, known, site.Filename, site.Line, site.Start)
		if made, ok := c.CreationSite(v); ok {
			fmt.Print(made.Arrow())
		}
		again, _ := c.Catch(c.Rethrow(v))
		number, _ := vm.ToValue(5)
		thrown, _ := c.Catch(c.Throw(number))
		fmt.Println(again.Same(v), thrown)
		_, ok = c.Catch(c.Terminate())
		fmt.Println("terminations are not caught:", !ok)
		coded := c.NewError("TypeError", "ERR_MINE", "of the main context")
		other, err := c.CreateContext(vmapi.Value{}, vmapi.ContextOptions{})
		if err != nil {
			return err
		}
		fmt.Println(coded, "|", other.NewError("RangeError", "", "of another context"), "|", coded.Decorated())
		return nil
	})
	// Output:
	// true TypeError: Cannot read properties of null (reading 'x') true null.js 1 5
	// null.js:1
	// null.x
	//      ^
	// true 5
	// terminations are not caught: true
	// TypeError: of the main context | RangeError: of another context | false
}

// What ends a run is told by the type of the error.
func ExampleError() {
	vm := vmapi.New(vmapi.Options{})
	stop := vm.NewFunction("stop", 0, func(c *vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, c.Terminate() })
	fault := vm.NewFunction("fault", 0, func(*vmapi.Call) (vmapi.Value, error) { panic("a bug") })
	for name, f := range map[string]vmapi.Value{"stop": stop, "fault": fault} {
		if err := vm.Main().Global().Set(name, f); err != nil {
			fmt.Println(err)
		}
	}
	for _, text := range []string{"let a = ;", "throw Object.assign(new Error('no'), { code: 'E1' })", "throw 1", "for (;;);", "while (true) f(1); function f() {}", "stop()", "fault()"} {
		_, err := vmapi.RunInContext(text, vm.Main(), vmapi.ScriptOptions{Filename: "a.js"},
			vmapi.RunOptions{Timeout: 10 * time.Millisecond, Steps: uint64(len(text)) * 1e8 / 10})
		var (
			syntax  *vmapi.SyntaxError
			thrown  *vmapi.Error
			timeout *vmapi.TimeoutError
			limit   *vmapi.LimitError
			bug     *vmapi.PanicError
		)
		switch {
		case errors.As(err, &syntax):
			fmt.Println("syntax:", syntax.Line, syntax.Column, syntax.Error())
		case errors.As(err, &thrown):
			first, _, _ := strings.Cut(thrown.Error(), "\n")
			fmt.Println("thrown:", thrown.Value, "|", thrown.Name, thrown.Message, thrown.Code, thrown.Stack != "", "|", first)
		case errors.As(err, &timeout):
			fmt.Println("timeout:", timeout.Timeout, timeout.Error())
		case errors.As(err, &limit):
			fmt.Println("limit:", limit.Reason, "|", limit.Error(), "|", limit.Unwrap() != nil)
		case errors.As(err, &bug):
			fmt.Println("panic:", bug.Value, "|", bug.Error())
		}
	}
	// Output:
	// syntax: 1 9 a.js:1:9: SyntaxError: Unexpected token ';'
	// thrown: Error: no | Error no E1 true | a.js:1
	// thrown: 1 |    false | 1
	// timeout: 10ms Script execution timed out after 10ms
	// timeout: 10ms Script execution timed out after 10ms
	// limit: ended by the host | vmapi: ended by the host | true
	// panic: a bug | vmapi: panic: a bug
}

// An event loop: goroutines post what has to happen inside the VM.
func ExampleVM_Post() {
	vm := vmapi.New(vmapi.Options{OnRejection: func(_ *vmapi.Call, promise vmapi.Value, handled bool) {
		_, reason, _ := promise.PromiseState()
		fmt.Println("rejected with", reason, "handled", handled)
		promise.MarkHandled()
	}})
	var wg sync.WaitGroup
	sleep := vm.NewFunction("sleep", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		done, ms := c.Arg(0), c.Arg(1).Number()
		vm.Expect(1)
		wg.Go(func() {
			time.Sleep(time.Duration(ms) * time.Millisecond)
			vm.Post(func(c *vmapi.Call) error {
				vm.Expect(-1)
				_, err := c.Call(done, nil, "slept")
				return err
			})
		})
		return vmapi.Value{}, nil
	})
	if err := vm.Main().Global().Set("sleep", sleep); err != nil {
		fmt.Println(err)
	}
	log := vm.NewFunction("log", 1, func(c *vmapi.Call) (vmapi.Value, error) { fmt.Println(c.Arg(0)); return vmapi.Value{}, nil })
	if err := vm.Main().Global().Set("log", log); err != nil {
		fmt.Println(err)
	}
	eval(vm, "new Promise((done) => sleep(done, 5)).then(log); Promise.reject('lost'); 0")
	for vm.Expected() > 0 {
		<-vm.Posted()
		do(vm, func(c *vmapi.Call) error {
			if err := c.RunPosted(); err != nil {
				return err
			}
			c.QueueMicrotask(log)
			return c.RunJobs()
		})
	}
	wg.Wait()
	fmt.Println(vm.RunJobs(), vm.Close(), vm.RunJobs())
	// Output:
	// rejected with lost handled false
	// slept
	// undefined
	// <nil> <nil> vmapi: the VM is closed
}
