package structured

import (
	"testing"
	"time"

	"github.com/burrowjs/burrow/object"
)

// TestWaitIsNotifiedAndInterrupted runs the blocking part of Atomics.wait with
// another goroutine in the place of a notifying agent.
func TestWaitIsNotifiedAndInterrupted(t *testing.T) {
	a := object.NewAgent()
	block, err := object.NewSharedBlock(a, 8, -1)
	if err != nil {
		t.Fatal(err)
	}
	l := location{block, 0}
	wait := func() (*waiter, chan error) {
		w := &waiter{agent: a, woken: make(chan struct{})}
		waiters.Lock()
		waiters.lists[l] = append(waiters.lists[l], w)
		waiters.Unlock()
		ended := make(chan error)
		go func() {
			_, err := w.block(l, 1e9)
			ended <- err
		}()
		return w, ended
	}

	w, ended := wait()
	waiters.Lock()
	remove(l, w)
	close(w.woken)
	waiters.Unlock()
	if err := <-ended; err != nil {
		t.Errorf("notified: %v", err)
	}

	_, ended = wait()
	a.Interrupt(object.InterruptTerminate)
	select {
	case err := <-ended:
		if _, ok := err.(*object.Termination); !ok {
			t.Errorf("interrupted: got %v, want a termination", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the wait does not end on interruption")
	}
	if len(waiters.lists) != 0 {
		t.Errorf("%d waiter lists left", len(waiters.lists))
	}
}

func TestSwap(t *testing.T) {
	for _, c := range []struct {
		raw  uint64
		size int
		want uint64
	}{{0x12, 1, 0x12}, {0x1234, 2, 0x3412}, {0x12345678, 4, 0x78563412}, {0x0102030405060708, 8, 0x0807060504030201}} {
		if got := swap(c.raw, c.size); got != c.want {
			t.Errorf("swap(%#x, %d) = %#x, want %#x", c.raw, c.size, got, c.want)
		}
	}
}
