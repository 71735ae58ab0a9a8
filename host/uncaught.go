package host

import (
	"strings"

	"github.com/burrowjs/burrow/host/inspect"
	"github.com/burrowjs/burrow/vmapi"
)

// rejection is a rejected promise that has had no handler yet.
type rejection struct {
	promise  vmapi.Value
	reported bool
}

func (h *Host) onRejection(c *vmapi.Call, promise vmapi.Value, handled bool) {
	if !handled {
		h.rejected = append(h.rejected, rejection{promise: promise})
		return
	}
	for i, r := range h.rejected {
		if r.promise.Same(promise) {
			h.rejected = append(h.rejected[:i], h.rejected[i+1:]...)
			return
		}
	}
}

// reportRejections handles the rejections that are left once the queues are
// empty; more tells that listeners have run.
func (h *Host) reportRejections(c *vmapi.Call) (more bool, err error) {
	for len(h.rejected) > 0 {
		r := h.rejected[0]
		h.rejected = h.rejected[1:]
		_, reason, _ := r.promise.PromiseState()
		more = true
		handled, err := h.emitHandled(c, "unhandledRejection", reason, r.promise)
		if err == nil && !handled {
			err = h.unhandledRejection(c, reason)
		}
		if err != nil {
			if err = h.uncaught(c, err); err != nil {
				return more, err
			}
		}
	}
	return more, nil
}

// unhandledRejection returns the error that a rejection without any handler becomes.
func (h *Host) unhandledRejection(c *vmapi.Call, reason vmapi.Value) error {
	if reason.IsError() {
		return &rejectionError{reason: reason}
	}
	text, err := inspect.Inspect(c, reason, inspect.Defaults())
	if err != nil {
		return err
	}
	if reason.IsString() {
		text = inspect.Quote(reason.Text())
	}
	return &rejectionError{reason: c.NewError("Error", "ERR_UNHANDLED_REJECTION",
		"This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason \""+strings.Trim(text, "'")+"\"."), plain: true}
}

// rejectionError is an unhandled rejection on its way to the handlers of
// uncaught exceptions.
type rejectionError struct {
	reason vmapi.Value
	plain  bool // made by the host
}

func (e *rejectionError) Error() string { return "unhandled rejection" }

// uncaught gives an exception to the listeners of uncaughtException; without
// any it prints it and ends the program. nil in, nil out.
func (h *Host) uncaught(c *vmapi.Call, err error) error {
	if err == nil || h.exiting {
		return err
	}
	var v vmapi.Value
	origin := "uncaughtException"
	if r, ok := err.(*rejectionError); ok {
		v, origin = r.reason, "unhandledRejection"
	} else {
		var ok bool
		if v, ok = c.Catch(err); !ok {
			return err
		}
	}
	handled, listenerErr := h.emitHandled(c, "uncaughtException", v, origin)
	if listenerErr != nil {
		if _, ok := c.Catch(listenerErr); !ok {
			return listenerErr
		}
		err, handled = listenerErr, false
		v, _ = c.Catch(err)
	}
	if handled {
		return nil
	}
	if h.interactive != nil {
		h.interactive.report(c, v)
		return nil
	}
	h.writeError(h.uncaughtText(c, err, v))
	h.failWith(1)
	if listenerErr != nil {
		h.failWith(7)
	}
	if err := h.emit(c, "exit", h.exitCode); err != nil {
		return err
	}
	h.exiting = true
	return c.Terminate()
}

// uncaughtText is what Node prints for an exception that ends the program.
func (h *Host) uncaughtText(c *vmapi.Call, err error, v vmapi.Value) string {
	var sb strings.Builder
	site, ok := c.Site(err)
	if r, is := err.(*rejectionError); is {
		if r.plain || !v.IsError() {
			sb.WriteString("node:internal/process/promises:288\n            triggerUncaughtException(err, true /* fromPromise */);\n            ^\n\n")
		} else if site, ok = c.CreationSite(v); ok {
			sb.WriteString(site.Arrow() + "\n")
		}
	} else if ok && !v.Decorated() {
		sb.WriteString(site.Arrow())
		if v.IsError() {
			sb.WriteByte('\n')
		}
	}
	if !v.IsObject() {
		if _, is := err.(*rejectionError); !is {
			sb.WriteString("Uncaught:\n")
		}
	}
	text, inspectErr := inspect.Inspect(c, v, inspect.Defaults())
	if inspectErr != nil {
		text = v.String()
	}
	if strings.HasPrefix(text, "[SyntaxError: ") && strings.HasSuffix(text, "]") {
		text = text[1 : len(text)-1] // found before any frame existed
	}
	if r, is := err.(*rejectionError); is && r.plain {
		text = strings.Replace(strings.TrimPrefix(text, "["), "Error [ERR_UNHANDLED_REJECTION]", "UnhandledPromiseRejection", 1)
		text = strings.Replace(text, ".] {", ". {", 1)
	}
	sb.WriteString(text)
	sb.WriteByte('\n')
	if !v.IsError() {
		sb.WriteString("(Use `node --trace-uncaught ...` to show where the exception was thrown)\n")
	}
	sb.WriteString("\nNode.js " + Version + "\n")
	return sb.String()
}
