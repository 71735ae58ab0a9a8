package control

import (
	"math"

	"github.com/burrowjs/burrow/object"
)

// chunkSize checks the size argument of chunks and windows: an integral Number
// between 1 and 2^32 - 1, without conversion.
func chunkSize(a *object.Agent, v object.Value, name string) error {
	if !v.IsNumber() || !object.IsIntegralNumber(v) {
		return a.TypeError("%s must be an integer", name)
	}
	if n := v.AsNumber(); n < 1 || n > math.MaxUint32 {
		return a.RangeError("%s must be between 1 and 2**32 - 1", name)
	}
	return nil
}

// Iterator.prototype.chunks ( chunkSize ), https://tc39.es/proposal-iterator-chunking/#sec-iterator.prototype.chunks
func iteratorPrototypeChunks(c *object.Call) (object.Value, error) {
	return helperChunking(c, "chunks", chunkSize(c.Agent, c.Arg(0), "chunkSize"), (*helper).stepChunks)
}

// Iterator.prototype.windows ( windowSize [ , undersized ] ), https://tc39.es/proposal-iterator-chunking/#sec-iterator.prototype.windows
func iteratorPrototypeWindows(c *object.Call) (object.Value, error) {
	err := chunkSize(c.Agent, c.Arg(0), "windowSize")
	step := (*helper).stepWindows
	undersized := c.Arg(1)
	switch {
	case err != nil || undersized.IsUndefined():
	case undersized.IsString() && undersized.AsString().EqualGo("only-full"):
	case undersized.IsString() && undersized.AsString().EqualGo("allow-partial"):
		step = (*helper).stepWindowsPartial
	default:
		err = c.Agent.TypeError("%s is not a valid value for undersized", c.Agent.Describe(undersized))
	}
	return helperChunking(c, "windows", err, step)
}

func helperChunking(c *object.Call, method string, invalid error, step helperStep) (object.Value, error) {
	o, err := receiver(c, method)
	if err != nil {
		return object.Undefined, err
	}
	if invalid != nil {
		return object.Undefined, object.IteratorClose(c.Agent, &object.IteratorRecord{Iterator: o}, invalid)
	}
	rec, err := object.GetIteratorDirect(c.Agent, o)
	if err != nil {
		return object.Undefined, err
	}
	return newHelper(c, &helper{underlying: rec, fn: object.Undefined, remaining: c.Arg(0).AsNumber(), step: step}), nil
}

// fill adds values to the buffer until it has size elements; ended is set if
// the iterator ends before.
func (h *helper) fill(a *object.Agent, size int) (ended bool, err error) {
	for len(h.items) < size {
		v, ok, err := object.IteratorStepValue(a, &h.underlying)
		if err != nil || !ok {
			return true, err
		}
		if err := a.Charge(32); err != nil {
			return true, err
		}
		h.items = append(h.items, v)
	}
	return false, nil
}

// exhausted is a step of a helper that has yielded the last of what it had when
// its iterator ended.
func (h *helper) exhausted(a *object.Agent) (object.Value, bool, error) {
	return object.Undefined, true, nil
}

// last makes the yield that is under way the last one, with nothing to close.
func (h *helper) last() {
	h.step = (*helper).exhausted
	h.underlying = object.IteratorRecord{}
}

func (h *helper) stepChunks(a *object.Agent) (object.Value, bool, error) {
	ended, err := h.fill(a, int(h.remaining))
	if err != nil || ended && len(h.items) == 0 {
		return object.Undefined, true, err
	}
	if ended {
		h.last()
	}
	chunk := h.items
	h.items = nil
	return object.Obj(object.CreateArrayFromList(a, chunk)), false, nil
}

func (h *helper) stepWindows(a *object.Agent) (object.Value, bool, error) {
	return h.window(a, false)
}

func (h *helper) stepWindowsPartial(a *object.Agent) (object.Value, bool, error) {
	return h.window(a, true)
}

func (h *helper) window(a *object.Agent, partial bool) (object.Value, bool, error) {
	size := int(h.remaining)
	if len(h.items) == size {
		h.items = h.items[:copy(h.items, h.items[1:])]
		h.counter = 1
	}
	ended, err := h.fill(a, size)
	if err != nil {
		return object.Undefined, true, err
	}
	if ended {
		// The buffer is short of size for want of values, or of one only because it moved on.
		if !partial || h.counter > 0 || len(h.items) == 0 {
			return object.Undefined, true, nil
		}
		h.last()
	}
	if err := a.Charge(16 * len(h.items)); err != nil {
		return object.Undefined, true, err
	}
	if err := a.Tick(len(h.items) / 16); err != nil {
		return object.Undefined, true, err
	}
	return object.Obj(object.CreateArrayFromList(a, append([]object.Value(nil), h.items...))), false, nil
}

// Iterator.prototype.includes ( searchElement [ , skippedElements ] ), https://tc39.es/proposal-iterator-includes/
func iteratorPrototypeIncludes(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, err := receiver(c, "includes")
	if err != nil {
		return object.Undefined, err
	}
	skip := 0.0
	if v := c.Arg(1); !v.IsUndefined() {
		switch {
		case !v.IsNumber() || !object.IsIntegralNumber(v) && !math.IsInf(v.AsNumber(), 0):
			err = a.TypeError("skippedElements must be an integer")
		case v.AsNumber() < 0 || v.AsNumber() > object.MaxSafeInteger && !math.IsInf(v.AsNumber(), 1):
			err = a.RangeError("skippedElements must be between 0 and 2**53 - 1")
		default:
			skip = v.AsNumber()
		}
	}
	if err != nil {
		return object.Undefined, object.IteratorClose(a, &object.IteratorRecord{Iterator: o}, err)
	}
	rec, err := object.GetIteratorDirect(a, o)
	if err != nil {
		return object.Undefined, err
	}
	for skipped := 0.0; ; {
		v, ok, err := object.IteratorStepValue(a, &rec)
		if err != nil || !ok {
			return object.False, err
		}
		if skipped < skip {
			skipped++
			continue
		}
		if object.SameValueZero(v, c.Arg(0)) {
			return object.True, object.IteratorClose(a, &rec, nil)
		}
	}
}
