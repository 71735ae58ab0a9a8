package control

import (
	"github.com/burrowjs/burrow/object"
)

// 27.1.3.2.1 Iterator.concat ( ...items ), https://tc39.es/ecma262/#sec-iterator.concat
func iteratorConcat(c *object.Call) (object.Value, error) {
	a := c.Agent
	h := &helper{fn: object.Undefined, step: (*helper).stepConcat}
	for i := range c.ArgCount() {
		item := c.Arg(i)
		if !item.IsObject() {
			return object.Undefined, a.TypeError("%s is not an object", a.Describe(item))
		}
		method, err := object.GetMethod(a, item, object.SymbolKey(object.SymbolIterator))
		if err != nil {
			return object.Undefined, err
		}
		if method.IsUndefined() {
			return object.Undefined, a.TypeError("%s is not iterable", a.Describe(item))
		}
		h.items = append(h.items, item, method.Clean())
	}
	return newHelper(c, h), nil
}

func (h *helper) stepConcat(a *object.Agent) (object.Value, bool, error) {
	for {
		if h.innerAlive {
			v, ok, err := object.IteratorStepValue(a, &h.inner)
			if err != nil || ok {
				return v, err != nil, err
			}
			h.innerAlive = false
		}
		if len(h.items) == 0 {
			return object.Undefined, true, nil
		}
		item, method := h.items[0], h.items[1]
		h.items = h.items[2:]
		var err error
		if h.inner, err = object.GetIteratorFromMethod(a, item, method); err != nil {
			return object.Undefined, true, err
		}
		h.innerAlive = true
	}
}
