package host

import (
	"os"
	"os/signal"
	"syscall"

	"github.com/burrowjs/burrow/vmapi"
)

// sigHup has no name on js.
const sigHup = syscall.Signal(1)

// signalNumbers are the signals that are events of process.
var signalNumbers = map[string]syscall.Signal{
	"SIGHUP": sigHup, "SIGINT": syscall.SIGINT, "SIGQUIT": syscall.SIGQUIT, "SIGTERM": syscall.SIGTERM,
}

// watchSignals makes signals events of process while they have listeners. They
// do not keep the program alive.
func (h *Host) watchSignals(c *vmapi.Call) error {
	watched := map[string]func(){}
	start := c.NewFunction("startListeningIfSignal", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		name := c.Arg(0).Text()
		if sig, ok := signalNumbers[name]; ok && watched[name] == nil {
			watched[name] = h.listen(name, sig)
		}
		return vmapi.Value{}, nil
	})
	stop := c.NewFunction("stopListeningIfSignal", 1, func(c *vmapi.Call) (vmapi.Value, error) {
		name := c.Arg(0).Text()
		end := watched[name]
		if end == nil {
			return vmapi.Value{}, nil
		}
		left, err := c.CallMethod(h.process, "listenerCount", name)
		if err == nil && left.Number() == 0 {
			end()
			delete(watched, name)
		}
		return vmapi.Value{}, err
	})
	if _, err := c.CallMethod(h.process, "on", "newListener", start); err != nil {
		return err
	}
	_, err := c.CallMethod(h.process, "on", "removeListener", stop)
	return err
}

// listen posts an event for each signal until end is called. SIGINT belongs to
// the runs with breakOnSigint first.
func (h *Host) listen(name string, sig syscall.Signal) (end func()) {
	post := func() {
		h.post(func(c *vmapi.Call) error {
			if _, err := h.emitHandled(c, name, name, int(sig)); err != nil {
				return h.uncaught(c, err)
			}
			return nil
		})
	}
	if sig == syscall.SIGINT {
		return vmapi.HandleSigint(post)
	}
	ch, done := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(ch, sig)
	go func() {
		for {
			select {
			case <-ch:
				post()
			case <-done:
				return
			}
		}
	}()
	return func() { signal.Stop(ch); close(done) }
}
