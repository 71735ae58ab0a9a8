package object

import "sync"

// posted holds functions that other goroutines want run on the agent's: the
// wake-ups of Atomics.waitAsync, finalisation callbacks, timers of the host.
type posted struct {
	mu      sync.Mutex
	queue   []func(a *Agent) error
	pending int // announced with Expect and not posted yet
	wake    chan struct{}
}

// Post queues f to run on the agent's goroutine, between jobs. It may be called
// from any goroutine.
func (a *Agent) Post(f func(a *Agent) error) {
	p := &a.posted
	p.mu.Lock()
	p.queue = append(p.queue, f)
	p.mu.Unlock()
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// Expect announces n functions (negative: fewer) that will be posted, so that
// an event loop waits for them.
func (a *Agent) Expect(n int) {
	a.posted.mu.Lock()
	a.posted.pending += n
	a.posted.mu.Unlock()
}

// Expected returns how many functions are announced or waiting.
func (a *Agent) Expected() int {
	a.posted.mu.Lock()
	defer a.posted.mu.Unlock()
	return a.posted.pending + len(a.posted.queue)
}

// Wake returns the channel that receives when something has been posted.
func (a *Agent) Wake() <-chan struct{} { return a.posted.wake }

// RunPosted runs the functions posted so far. After one that fails the others
// wait for the next call.
func (a *Agent) RunPosted() error {
	p := &a.posted
	p.mu.Lock()
	queue := p.queue
	p.queue = nil
	p.mu.Unlock()
	for i, f := range queue {
		if err := f(a); err != nil {
			p.mu.Lock()
			p.queue = append(queue[i+1:], p.queue...)
			p.mu.Unlock()
			return err
		}
	}
	return nil
}
