package vmapi

import (
	"errors"
	"os"
	"os/signal"
	"slices"
	"sync"
)

// ErrSigint is the error of a run that SIGINT has ended.
var ErrSigint = errors.New("Script execution was interrupted by `SIGINT`")

// sigints gives a SIGINT of the process to the runs with BreakOnSigint, and to
// handlers only if there are none.
var sigints sigintHub

type sigintHub struct {
	mu       sync.Mutex
	watchers []*func()
	handlers []*func()
	stop     func() // ends the goroutine that receives signals, nil if there is none
}

// HandleSigint calls f, on a goroutine of its own, for every SIGINT that comes
// while no run with BreakOnSigint is going on, until end is called. While there
// are handlers the signal does not end the process.
func HandleSigint(f func()) (end func()) { return sigints.add(&sigints.handlers, f) }

// add puts f on one of the lists; end takes it off.
func (h *sigintHub) add(list *[]*func(), f func()) (end func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	*list = append(*list, &f)
	if h.stop == nil {
		ch, done := make(chan os.Signal, 1), make(chan struct{})
		signal.Notify(ch, os.Interrupt)
		go h.receive(ch, done)
		h.stop = func() { signal.Stop(ch); close(done) }
	}
	var once sync.Once
	return func() { once.Do(func() { h.remove(list, &f) }) }
}

func (h *sigintHub) remove(list *[]*func(), f *func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	*list = slices.DeleteFunc(*list, func(x *func()) bool { return x == f })
	if len(h.watchers)+len(h.handlers) == 0 {
		h.stop()
		h.stop = nil
	}
}

func (h *sigintHub) receive(ch <-chan os.Signal, done <-chan struct{}) {
	for {
		select {
		case <-done:
			return
		case <-ch:
		}
		h.mu.Lock()
		list := h.watchers
		if len(list) == 0 {
			list = h.handlers
		}
		list = slices.Clone(list)
		h.mu.Unlock()
		for _, f := range list {
			(*f)()
		}
	}
}
