package vmapi_test

import (
	"runtime"
	"testing"

	"github.com/burrowjs/burrow/vmapi"
)

// BenchmarkContext makes contexts and runs a first script in each. kept/op is what
// a context that is alive holds.
func BenchmarkContext(b *testing.B) {
	for _, text := range []string{"", "1 + 1", "var x = 1; function f() { return x } f()", "[1, 2].map((x) => Math.max(x, 1)).join()"} {
		b.Run("script="+text, func(b *testing.B) {
			vm := vmapi.New(vmapi.Options{})
			script, err := vmapi.NewScript(text, vmapi.ScriptOptions{})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			alive := make([]*vmapi.Context, 0, b.N)
			before := heapAfterCollections()
			b.ResetTimer()
			for range b.N {
				ctx, err := vm.CreateContext(vm.NewObject(), vmapi.ContextOptions{})
				if err != nil {
					b.Fatal(err)
				}
				if text != "" {
					if _, err := script.RunInContext(ctx, vmapi.RunOptions{}); err != nil {
						b.Fatal(err)
					}
				}
				alive = append(alive, ctx)
			}
			b.StopTimer()
			b.ReportMetric(float64(heapAfterCollections()-before)/float64(b.N), "kept/op")
			runtime.KeepAlive(alive)
			runtime.KeepAlive(vm)
		})
	}
}
