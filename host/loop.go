package host

import (
	"container/heap"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// The event loop: timers in order of time, then what other goroutines have
// posted or finished, then immediates. After every callback the queues of process.nextTick
// and of promise jobs are emptied.

type loop struct {
	timers     timerHeap
	sequence   int
	immediates []*immediate
	// finished are the callbacks of work that is done, ready those of an earlier
	// round: they run between timers and immediates, as those of the system do.
	finished, ready []*immediate
	ticks           []tick
	refs            int // timers and immediates that keep the program alive
}

type tick struct {
	fn   vmapi.Value
	args []any
	data vmapi.Value // JobData of its maker
}

type timer struct {
	at       time.Time
	sequence int
	every    time.Duration
	repeat   bool
	fn       vmapi.Value
	args     []any
	object   vmapi.Value
	index    int // in the heap, -1 when it is not in it
	unref    bool
	dead     bool
	data     vmapi.Value // JobData of its maker
}

type immediate struct {
	fn   vmapi.Value
	args []any
	dead bool
	data vmapi.Value
}

type timerHeap []*timer

func (t timerHeap) Len() int { return len(t) }
func (t timerHeap) Less(i, j int) bool {
	if t[i].at.Equal(t[j].at) {
		return t[i].sequence < t[j].sequence
	}
	return t[i].at.Before(t[j].at)
}
func (t timerHeap) Swap(i, j int) {
	t[i], t[j] = t[j], t[i]
	t[i].index, t[j].index = i, j
}
func (t *timerHeap) Push(x any) {
	x.(*timer).index = len(*t)
	*t = append(*t, x.(*timer))
}
func (t *timerHeap) Pop() any {
	old := *t
	x := old[len(old)-1]
	old[len(old)-1] = nil
	*t = old[:len(old)-1]
	x.index = -1
	return x
}

// settle empties the queues of ticks and promise jobs, and reports rejections
// that nobody has handled by then.
func (h *Host) settle(c *vmapi.Call) error {
	for {
		for len(h.loop.ticks) > 0 {
			t := h.loop.ticks[0]
			h.loop.ticks = h.loop.ticks[1:]
			c.SetJobData(t.data)
			_, err := c.Call(t.fn, nil, t.args...)
			c.SetJobData(vmapi.Value{})
			if err != nil {
				if err = h.uncaught(c, err); err != nil {
					return err
				}
			}
		}
		for {
			err := c.RunJobs()
			if err == nil {
				break
			}
			if err = h.uncaught(c, err); err != nil {
				return err
			}
		}
		if len(h.loop.ticks) > 0 {
			continue
		}
		more, err := h.reportRejections(c)
		if err != nil {
			return err
		}
		if !more && len(h.loop.ticks) == 0 {
			return nil
		}
	}
}

// callback calls a function of the loop with the JobData of its maker and settles.
func (h *Host) callback(c *vmapi.Call, fn vmapi.Value, this any, args []any, data vmapi.Value) error {
	c.SetJobData(data)
	_, err := c.Call(fn, this, args...)
	c.SetJobData(vmapi.Value{})
	if err != nil {
		if err = h.uncaught(c, err); err != nil {
			return err
		}
	}
	return h.settle(c)
}

// spin runs the loop until nothing is left to wait for, then the exit handlers.
func (h *Host) spin(c *vmapi.Call) error {
	for {
		for h.alive() {
			if err := h.turn(c); err != nil {
				return err
			}
		}
		if err := h.emit(c, "beforeExit", h.exitCode); err != nil {
			return err
		}
		if err := h.settle(c); err != nil {
			return err
		}
		if !h.alive() {
			break
		}
	}
	if state, _, ok := h.pendingMain.PromiseState(); ok && state == "pending" {
		h.failWith(13)
	}
	return h.exit(c)
}

func (h *Host) alive() bool {
	return h.loop.refs > 0 || len(h.loop.immediates)+len(h.loop.finished)+len(h.loop.ready) > 0 || h.vm.Expected() > 0
}

// turn is one round of the loop.
func (h *Host) turn(c *vmapi.Call) error {
	now := time.Now()
	for len(h.loop.timers) > 0 && !h.loop.timers[0].at.After(now) {
		if err := h.fire(c, heap.Pop(&h.loop.timers).(*timer)); err != nil {
			return err
		}
	}
	if h.vm.Expected() > 0 {
		if err := c.RunPosted(); err != nil {
			if err = h.uncaught(c, err); err != nil {
				return err
			}
		}
		if err := h.settle(c); err != nil {
			return err
		}
	}
	if err := h.runAll(c, &h.loop.ready); err != nil {
		return err
	}
	if err := h.runAll(c, &h.loop.immediates); err != nil {
		return err
	}
	h.loop.ready, h.loop.finished = append(h.loop.ready, h.loop.finished...), nil
	h.flush()
	if len(h.loop.immediates)+len(h.loop.ready) == 0 {
		h.wait()
	}
	return nil
}

// runAll calls what a queue has now; what is added meanwhile stays.
func (h *Host) runAll(c *vmapi.Call, queue *[]*immediate) error {
	list := *queue
	*queue = nil
	for i, im := range list {
		if im.dead {
			continue
		}
		im.dead = true
		if err := h.callback(c, im.fn, nil, im.args, im.data); err != nil {
			*queue = append(list[i+1:], *queue...)
			return err
		}
	}
	return nil
}

// later is ( callback, ...args ): it calls back as work that has ended does.
func (h *Host) later(c *vmapi.Call) (vmapi.Value, error) {
	h.loop.finished = append(h.loop.finished, &immediate{fn: c.Arg(0), args: anys(c.Args(1)), data: c.JobData()})
	return vmapi.Value{}, nil
}

func (h *Host) fire(c *vmapi.Call, t *timer) error {
	if t.dead {
		return nil
	}
	if t.repeat {
		t.at = time.Now().Add(t.every)
		h.loop.sequence++
		t.sequence = h.loop.sequence
		heap.Push(&h.loop.timers, t)
	} else {
		h.kill(t)
	}
	return h.callback(c, t.fn, t.object, t.args, t.data)
}

// kill ends a timer.
func (h *Host) kill(t *timer) {
	if t.dead {
		return
	}
	t.dead = true
	if !t.unref {
		h.loop.refs--
	}
	if t.index >= 0 {
		heap.Remove(&h.loop.timers, t.index)
	}
}

// wait sleeps until the next timer is due or something is posted.
func (h *Host) wait() {
	if !h.alive() {
		return
	}
	var due <-chan time.Time
	if len(h.loop.timers) > 0 {
		d := time.Until(h.loop.timers[0].at)
		if d <= 0 {
			return
		}
		t := time.NewTimer(d)
		defer t.Stop()
		due = t.C
	} else if h.vm.Expected() == 0 {
		return
	}
	select {
	case <-due:
	case <-h.vm.Posted():
	}
}
