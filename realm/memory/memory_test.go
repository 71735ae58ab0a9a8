package memory

import (
	"runtime"
	"testing"
	"time"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	_ "github.com/burrowjs/burrow/realm/fundamental"
	"github.com/burrowjs/burrow/realm/realmtest"
)

// TestCollected drops the only reference to an object: its WeakRef becomes
// empty and the callback of the registry is called with the held value.
func TestCollected(t *testing.T) {
	w := realmtest.New(t)
	interp.Attach(w.Agent)
	var held []object.Value
	registry := w.Construct(w.Get(intrinsicFinalizationRegistry), func(c *object.Call) (object.Value, error) {
		held = append(held, c.Arg(0))
		return object.Undefined, nil
	})
	ref := object.Undefined
	func() {
		target, kept := w.V(map[string]any{"x": 1}), w.V(map[string]any{})
		ref = w.Construct(w.Get(intrinsicWeakRef), target)
		w.Call(w.Of(registry, "register"), registry, target, "gone", kept)
		other := w.V(map[string]any{"y": 2})
		w.Call(w.Of(registry, "register"), registry, other, "unregistered", kept)
		w.Is(w.Call(w.Of(registry, "unregister"), registry, kept), true)
		w.Call(w.Of(registry, "register"), registry, target, "gone")
	}()
	w.Agent.ClearKeptObjects()
	for deadline := time.Now().Add(10 * time.Second); len(held) == 0 && time.Now().Before(deadline); {
		runtime.GC()
		select {
		case <-w.Agent.Wake():
		case <-time.After(10 * time.Millisecond):
		}
		w.OK(w.Agent.RunPosted())
	}
	if len(held) != 1 {
		t.Fatalf("%d callbacks, want 1", len(held))
	}
	w.Is(held[0], "gone")
	w.Is(w.Call(w.Of(ref, "deref"), ref), nil)
	runtime.KeepAlive(registry)
}
