package control

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// Iterator.prototype.join ( [ separator ] ), https://tc39.es/proposal-iterator-join/#sec-iterator.prototype.join
func iteratorPrototypeJoin(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, err := receiver(c, "join")
	if err != nil {
		return object.Undefined, err
	}
	separator := sharedText(",")
	if !c.Arg(0).IsUndefined() {
		if separator, err = object.ToString(a, c.Arg(0)); err != nil {
			return object.Undefined, object.IteratorClose(a, &object.IteratorRecord{Iterator: o}, err)
		}
	}
	rec, err := object.GetIteratorDirect(a, o)
	if err != nil {
		return object.Undefined, err
	}
	text := jstring.Empty
	for first := true; ; first = false {
		v, ok, err := object.IteratorStepValue(a, &rec)
		if err != nil || !ok {
			return object.Str(text), err
		}
		if text, err = joinElement(a, text, separator, v, first); err != nil {
			return object.Undefined, object.IteratorClose(a, &rec, err)
		}
	}
}

// joinElement appends the separator, unless v is the first, and the text of v.
func joinElement(a *object.Agent, text, separator *jstring.String, v object.Value, first bool) (*jstring.String, error) {
	var err error
	if !first {
		if text, err = a.Concat(text, separator); err != nil {
			return nil, err
		}
	}
	if v.IsNullish() {
		return text, nil
	}
	s, err := object.ToString(a, v)
	if err != nil {
		return nil, err
	}
	return a.Concat(text, s)
}
