package vmapi_test

import (
	"fmt"

	"github.com/burrowjs/burrow/vmapi"
)

// A Go function that works for the script, or holds memory for it, says so
// beforehand; the VM's limits apply to it then.
func ExampleCall_Charge() {
	vm := vmapi.New(vmapi.Options{})
	blank := vm.NewFunction("blank", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		n := int(c.Arg(0).Number())
		if err := c.Charge(n); err != nil {
			return vmapi.Value{}, err
		}
		if err := c.Tick(n / 64); err != nil {
			return vmapi.Value{}, err
		}
		return c.NewBytes(make([]byte, n)), nil
	})
	if err := vm.Main().Global().Set("blank", blank); err != nil {
		fmt.Println(err)
	}
	fmt.Println(eval(vm, "blank(1000).length"))
	// Output: 1000
}

// Jobs carry the value that was set when they were made.
func ExampleCall_SetJobData() {
	vm := vmapi.New(vmapi.Options{})
	_, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
		for _, user := range []string{"ada", "bob"} {
			v, err := vm.ToValue(user)
			if err != nil {
				return v, err
			}
			c.SetJobData(v)
			c.QueueMicrotask(c.NewFunction("", 0, func(c *vmapi.Call) (vmapi.Value, error) {
				fmt.Println(c.JobData().Text())
				return vmapi.Value{}, nil
			}))
		}
		return vmapi.Value{}, c.RunJobs()
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// ada
	// bob
}

// Strings are made of bytes or of UTF-16 code units without a detour over UTF-8.
func ExampleVM_NewLatin1String() {
	vm := vmapi.New(vmapi.Options{})
	for _, s := range []vmapi.Value{vm.NewLatin1String([]byte{'c', 0xe9}), vm.NewUTF16String([]uint16{'c', 0x20ac})} {
		b, ok := s.Latin1()
		fmt.Println(s.Text(), b, ok)
	}
	// Output:
	// cé [99 233] true
	// c€ [] false
}

// What inspection needs to know can be read without running script.
func ExampleValue_IteratorEntries() {
	vm := vmapi.New(vmapi.Options{})
	list, pairs, ok := eval(vm, "const i = new Map([['a', 1], ['b', 2]]).entries(); i.next(); i").IteratorEntries()
	fmt.Println(len(list), list[0].Text(), pairs, ok)
	fmt.Println(eval(vm, "new Uint8Array(new ArrayBuffer(8, { maxByteLength: 16 }))").TracksLength())
	// Output:
	// 2 b true true
	// true
}

// How much memory each context has.
func ExampleVM_MeasureMemory() {
	vm := vmapi.New(vmapi.Options{})
	ctx, err := vm.CreateContext(vmapi.Value{}, vmapi.ContextOptions{Name: "big"})
	if err != nil {
		fmt.Println(err)
	}
	if _, err := vmapi.RunInContext("var data = new Uint8Array(1e6)", ctx, vmapi.ScriptOptions{}, vmapi.RunOptions{}); err != nil {
		fmt.Println(err)
	}
	vm.MeasureMemory(vmapi.MeasureOptions{Eager: true}, func(_ *vmapi.Call, m vmapi.MemoryUse) error {
		large := func(e vmapi.MemoryEstimate) bool { return e.Bytes > 1e6 && e.Upper >= e.Bytes }
		var others []vmapi.ContextMemory = m.Other
		for _, o := range others {
			fmt.Println(o.Context.Options().Name, o.Context == ctx, large(o.MemoryEstimate), large(m.Current), large(m.Total))
		}
		return nil
	})
	for vm.Expected() > 0 {
		<-vm.Posted()
		do(vm, func(c *vmapi.Call) error { return c.RunPosted() })
	}
	// Output: big true true false true
}
