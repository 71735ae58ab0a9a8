package vmapi_test

import (
	"runtime"
	"testing"

	"github.com/burrowjs/burrow/vmapi"
)

// heapAfterCollections returns the bytes of the heap after two collections.
func heapAfterCollections() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// TestContextsLeaveNothing makes 10,000 contexts, runs one Script in all, lets a
// host function touch the sandboxes, leaves a promise pending in each and drops
// them: at most 100 bytes for each may be left.
func TestContextsLeaveNothing(t *testing.T) {
	const contexts = 10_000
	vm := vmapi.New(vmapi.Options{})
	script, err := vmapi.NewScript(`
var object = { list: [1, 2, 3] }, pending = new Promise(() => {});
pending.then(() => object);
(async () => { await pending; return globalThis })();
function f(n) { return n ? f(n - 1) + object.list.length : 0 }
let lexical = f(5);
touch(globalThis, 'seen' + lexical);`, vmapi.ScriptOptions{})
	if err != nil {
		t.Fatal(err)
	}
	touch := vm.NewFunction("touch", 2, func(c *vmapi.Call) (vmapi.Value, error) {
		if _, err := c.Get(c.Arg(0), "object"); err != nil {
			return vmapi.Value{}, err
		}
		return vmapi.Value{}, c.Set(c.Arg(0), c.Arg(1).Text(), c.Arg(0))
	})
	use := func(n int) {
		for range n {
			sandbox := vm.NewObject()
			if err := sandbox.Set("touch", touch); err != nil {
				t.Fatal(err)
			}
			ctx, err := vm.CreateContext(sandbox, vmapi.ContextOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := script.RunInContext(ctx, vmapi.RunOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		if err := vm.RunJobs(); err != nil {
			t.Fatal(err)
		}
	}
	use(100)
	baseline := heapAfterCollections()
	use(contexts)
	if left := float64(heapAfterCollections()-baseline) / contexts; left > 100 {
		t.Errorf("%.1f bytes are left of each context", left)
	} else {
		t.Logf("%.1f bytes are left of each context", left)
	}
	runtime.KeepAlive(vm)
}
