package host

import (
	"slices"
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
	for i, p := range h.reported {
		if p.Same(promise) {
			h.reported = slices.Delete(h.reported, i, i+1)
			h.loop.ticks = append(h.loop.ticks, tick{fn: c.NewFunction("", 0, func(c *vmapi.Call) (vmapi.Value, error) {
				return vmapi.Value{}, h.emit(c, "rejectionHandled", promise)
			})})
			return
		}
	}
}

// reportedLimit is how many rejected promises are remembered that may still get
// a handler.
const reportedLimit = 1000

// reportRejections handles the rejections that are left once the queues are
// empty; more tells that listeners have run.
func (h *Host) reportRejections(c *vmapi.Call) (more bool, err error) {
	for len(h.rejected) > 0 {
		r := h.rejected[0]
		h.rejected = h.rejected[1:]
		_, reason, _ := r.promise.PromiseState()
		more = true
		if h.reported = append(h.reported, r.promise); len(h.reported) > reportedLimit {
			h.reported = slices.Delete(h.reported, 0, 1)
		}
		err := h.rejectionMode(c, reason, r.promise)
		if err != nil {
			if err = h.uncaught(c, err); err != nil {
				return more, err
			}
		}
	}
	return more, nil
}

// rejectionMode does what --unhandled-rejections says with a rejection.
func (h *Host) rejectionMode(c *vmapi.Call, reason, promise vmapi.Value) error {
	mode := h.opts.UnhandledRejections
	var strictErr error
	if mode == "strict" {
		if strictErr = h.uncaught(c, h.unhandledRejection(c, reason)); strictErr != nil {
			return strictErr
		}
	}
	handled, err := h.emitHandled(c, "unhandledRejection", reason, promise)
	switch {
	case err != nil || mode == "none":
		return err
	case mode == "warn", !handled && (mode == "strict" || mode == "warn-with-error-codes"):
		if mode == "warn-with-error-codes" {
			h.failWith(1)
		}
		return h.warnRejection(c, reason)
	case handled:
		return nil
	}
	return h.unhandledRejection(c, reason)
}

// warnRejection prints what a rejection is where it is no error.
func (h *Host) warnRejection(c *vmapi.Call, reason vmapi.Value) error {
	text := plainText(reason)
	if reason.IsError() {
		if stack, err := c.Get(reason, "stack"); err == nil && stack.IsString() {
			text = stack.Text()
		}
	}
	h.warnings++
	id := itoa(h.warnings)
	for _, w := range []string{text, "Unhandled promise rejection. This error originated either by throwing inside of an async function without a catch block, " +
		"or by rejecting a promise which was not handled with .catch(). To terminate the node process on unhandled promise rejection, use the CLI flag " +
		"`--unhandled-rejections=strict` (see https://nodejs.org/api/cli.html#cli_unhandled_rejections_mode). (rejection id: " + id + ")"} {
		if _, err := c.CallMethod(h.process, "emitWarning", w, "UnhandledPromiseRejectionWarning"); err != nil {
			return err
		}
	}
	return nil
}

// unhandledRejection returns the error that a rejection without any handler becomes.
func (h *Host) unhandledRejection(c *vmapi.Call, reason vmapi.Value) error {
	if reason.IsError() {
		return &rejectionError{reason: reason}
	}
	return &rejectionError{reason: c.NewError("Error", "ERR_UNHANDLED_REJECTION",
		"This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason \""+plainText(reason)+"\"."), plain: true}
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
	if err := h.emit(c, "uncaughtExceptionMonitor", v, origin); err != nil {
		return err
	}
	var handled bool
	var listenerErr error
	if h.capture.IsFunction() {
		_, listenerErr = c.Call(h.capture, nil, v)
		handled = listenerErr == nil
	} else {
		handled, listenerErr = h.emitHandled(c, "uncaughtException", v, origin)
	}
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
	text := h.uncaughtText(c, err, v)
	h.failWith(1)
	if listenerErr != nil {
		h.failWith(7)
	}
	if err := h.exit(c); err != nil {
		return err // the program has ended itself first: its error is not shown
	}
	h.writeError(text)
	return c.Terminate()
}

// uncaughtText is what Node prints for an exception that ends the program.
func (h *Host) uncaughtText(c *vmapi.Call, err error, v vmapi.Value) string {
	var sb strings.Builder
	site, ok := c.Site(err)
	if r, is := err.(*rejectionError); is {
		if r.plain || !v.IsError() {
			sb.WriteString("node:internal/process/promises:394\n      new UnhandledPromiseRejection(reason);\n      ^\n\n")
		} else if site, ok = c.CreationSite(v); ok {
			sb.WriteString(site.Arrow() + "\n")
		}
	} else {
		if !v.IsError() {
			sb.WriteByte('\n')
		}
		if ok && !v.Decorated() {
			sb.WriteString(site.Arrow())
			if v.IsError() && !isLinkError(c, v) {
				sb.WriteByte('\n')
			}
		}
	}
	text, inspectErr := uncaughtValue(c, v)
	if inspectErr != nil {
		text = v.String()
	}
	text = h.withEmitter(c, v, unbracketed(c, v, text))
	if r, is := err.(*rejectionError); is && r.plain {
		text = strings.Replace(strings.TrimPrefix(text, "["), "Error [ERR_UNHANDLED_REJECTION]", "UnhandledPromiseRejection", 1)
		text = strings.Replace(text, ".] {", ". {", 1)
	}
	sb.WriteString(text)
	sb.WriteByte('\n')
	if !v.IsObject() {
		sb.WriteString("(Use `node --trace-uncaught ...` to show where the exception was thrown)\n")
	}
	sb.WriteString("\nNode.js " + Version + "\n")
	return sb.String()
}

// uncaughtValue shows what was thrown: errors and objects as they are inspected,
// others as texts.
func uncaughtValue(c *vmapi.Call, v vmapi.Value) (string, error) {
	switch {
	case v.IsSymbol():
		return "", nil
	case !v.IsObject():
		return c.ToString(v)
	}
	opts := inspect.Defaults()
	opts.NoCustom = true
	return inspect.Inspect(c, v, opts)
}

// unbracketed removes the brackets around an error that was found before any
// frame existed.
func unbracketed(c *vmapi.Call, v vmapi.Value, text string) string {
	if !v.IsError() || !strings.HasPrefix(text, "[") {
		return text
	}
	stack, err := c.Get(v, "stack")
	if err != nil || !stack.IsString() || strings.Contains(stack.Text(), "\n    at ") {
		return text
	}
	message, err := c.Get(v, "message")
	if err != nil || !message.IsString() || !strings.Contains(stack.Text(), message.Text()) {
		return text // the program has set the stack
	}
	if rest, ok := strings.CutPrefix(text, "["+stack.Text()+"]"); ok {
		return stack.Text() + rest
	}
	return text
}

// plainText is the text of a value that runs no code of the program.
func plainText(v vmapi.Value) string {
	switch {
	case v.IsFunction():
		return v.FunctionText()
	case v.IsString():
		return v.Text()
	case !v.IsObject():
		return v.String()
	case v.Class() != "Object":
		return "[object " + v.Class() + "]"
	}
	if name := v.ConstructorName(); name != "" {
		return "#<" + name + ">"
	}
	return "[object Object]"
}

// withEmitter adds to the stack of an error where an emitter without a listener
// for it was told of it.
func (h *Host) withEmitter(c *vmapi.Call, v vmapi.Value, text string) string {
	emitted, loaded := h.exports["internal/emitted"]
	if !loaded || !v.IsError() {
		return text
	}
	where, err := c.CallMethod(emitted, "of", v)
	if err != nil || !where.IsString() {
		return text
	}
	stack, err := c.Get(v, "stack")
	if err != nil || !stack.IsString() {
		return text
	}
	if rest, ok := strings.CutPrefix(text, stack.Text()); ok {
		return stack.Text() + where.Text() + rest
	}
	return text
}

// isLinkError tells whether an error is about a name that a module does not
// have: Node puts the place into its stack, so no empty line follows it.
func isLinkError(c *vmapi.Call, v vmapi.Value) bool {
	message, err := c.Get(v, "message")
	return err == nil && linkMessage().MatchString(message.Text())
}

var linkMessage = lazyRegexp(`^The requested module '.*' (?:does not provide an export|contains conflicting star exports for name|is a CommonJS)|^Named export '`)
