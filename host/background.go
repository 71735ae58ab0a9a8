package host

import (
	"slices"

	"github.com/burrowjs/burrow/vmapi"
)

// Work in the outside world that takes time runs on goroutines. They never touch
// a Value: what they need is copied before, and what they have found goes back
// through post, which runs on the VM's goroutine as an event of the loop.

// post queues an event: f, then the ticks and jobs that it leaves.
func (h *Host) post(f func(c *vmapi.Call) error) {
	h.vm.Post(func(c *vmapi.Call) error {
		if err := h.uncaught(c, f(c)); err != nil {
			return err
		}
		return h.settle(c)
	})
}

// background runs work on a goroutine and then done as an event. The loop waits
// for it.
func (h *Host) background(work func(), done func(c *vmapi.Call) error) {
	h.vm.Expect(1)
	data := h.vm.JobData()
	go func() {
		work()
		h.post(func(c *vmapi.Call) error {
			h.vm.Expect(-1)
			c.SetJobData(data)
			defer c.SetJobData(vmapi.Value{})
			return done(c)
		})
	}()
}

// keeper keeps the loop alive for as long as it is held: once, however often
// hold and drop are called. It belongs to the VM's goroutine.
type keeper struct {
	h    *Host
	held bool
}

func (k *keeper) set(held bool) {
	if k.held == held {
		return
	}
	k.held = held
	if held {
		k.h.vm.Expect(1)
	} else {
		k.h.vm.Expect(-1)
	}
}

// bytesOf copies the bytes of a chunk, text as UTF-8, for a goroutine.
func bytesOf(v vmapi.Value) []byte {
	if data, ok := v.Bytes(); ok {
		return append([]byte(nil), data...)
	}
	return []byte(v.Text())
}

// newBytes is NewBytes with its memory accounted for.
func newBytes(c *vmapi.Call, data []byte) (vmapi.Value, error) {
	if err := c.Charge(len(data)); err != nil {
		return vmapi.Value{}, err
	}
	if cap(data) > 2*len(data) {
		data = slices.Clip(slices.Clone(data)) // not the whole of a reader's buffer
	}
	return c.NewBytes(data), nil
}
