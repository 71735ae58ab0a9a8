package indexed

import (
	"math"

	"github.com/burrowjs/burrow/object"
)

// The methods that add and remove elements at the ends.

// 23.1.3.23 Array.prototype.push ( ...items ), https://tc39.es/ecma262/#sec-array.prototype.push
func arrayPrototypePush(c *object.Call) (object.Value, error) {
	a := c.Agent
	argc := c.ArgCount()
	if c.This.IsObject() {
		o := c.This.AsObject()
		if e := compact(a, o); e != nil && int64(e.Len)+int64(argc) <= math.MaxUint32 {
			// OPT: Set of an index past the end appends when no prototype intercepts it.
			for i := range argc {
				if e.Len == e.Cap() {
					if err := a.Charge(16 * (int(e.Len)/2 + 4)); err != nil {
						return object.Undefined, err
					}
				}
				e.Append(c.Arg(i))
				e.Length = e.Len
			}
			return e.LengthValue(), nil
		}
	}
	o, n, err := thisArrayLike(c, "Array.prototype.push")
	if err != nil {
		return object.Undefined, err
	}
	if n+int64(argc) > object.MaxSafeInteger {
		return object.Undefined, a.TypeError("Pushing %d elements on an array-like of length %d is disallowed, as the total surpasses 2**53-1", argc, n)
	}
	for i := range argc {
		if err := setAt(a, o, n, c.Arg(i)); err != nil {
			return object.Undefined, err
		}
		n++
	}
	return object.IntN(int(n)), setLength(a, o, n)
}

// 23.1.3.22 Array.prototype.pop ( ), https://tc39.es/ecma262/#sec-array.prototype.pop
func arrayPrototypePop(c *object.Call) (object.Value, error) {
	a := c.Agent
	// OPT: the last element is there, so that no prototype is asked.
	if e := object.IsPlainArray(c.This); e != nil && e.Len > 0 && e.Len == e.Length {
		if v := e.At(e.Len - 1); !v.IsHole() {
			e.Truncate(e.Len - 1)
			e.Length--
			return v, nil
		}
	}
	o, n, err := thisArrayLike(c, "Array.prototype.pop")
	if err != nil {
		return object.Undefined, err
	}
	if n == 0 {
		return object.Undefined, o.Set(a, a.NameKey(object.NameLength), object.Int(0), true)
	}
	v, err := getAt(a, o, n-1)
	if err != nil {
		return object.Undefined, err
	}
	v = v.Clean()
	if err := deleteAt(a, o, n-1); err != nil {
		return object.Undefined, err
	}
	return v, setLength(a, o, n-1)
}

// 23.1.3.27 Array.prototype.shift ( ), https://tc39.es/ecma262/#sec-array.prototype.shift
func arrayPrototypeShift(c *object.Call) (object.Value, error) {
	a := c.Agent
	if c.This.IsObject() {
		if e := compact(a, c.This.AsObject()); e != nil && e.Len > 0 {
			// OPT: elements and holes move down as they are when prototypes add nothing to holes.
			v := e.DropFirst()
			e.Length--
			if v.IsHole() {
				v = object.Undefined
			}
			return v, nil
		}
	}
	o, n, err := thisArrayLike(c, "Array.prototype.shift")
	if err != nil {
		return object.Undefined, err
	}
	if n == 0 {
		return object.Undefined, o.Set(a, a.NameKey(object.NameLength), object.Int(0), true)
	}
	first, err := getAt(a, o, 0)
	if err != nil {
		return object.Undefined, err
	}
	first = first.Clean()
	for k := int64(1); k < n; k++ {
		if err := moveElement(a, o, k, k-1); err != nil {
			return object.Undefined, err
		}
	}
	if err := deleteAt(a, o, n-1); err != nil {
		return object.Undefined, err
	}
	return first, setLength(a, o, n-1)
}

// moveElement sets index to to what is at from, or deletes it if that is absent.
func moveElement(a *object.Agent, o *object.Object, from, to int64) error {
	v, present, err := presentAt(a, o, from)
	switch {
	case err != nil:
		return err
	case present:
		return setAt(a, o, to, v)
	}
	return deleteAt(a, o, to)
}

// 23.1.3.37 Array.prototype.unshift ( ...items ), https://tc39.es/ecma262/#sec-array.prototype.unshift
func arrayPrototypeUnshift(c *object.Call) (object.Value, error) {
	a := c.Agent
	argc := int64(c.ArgCount())
	if c.This.IsObject() {
		if e := compact(a, c.This.AsObject()); e != nil && int64(e.Len)+argc <= math.MaxUint32 {
			// OPT: as for shift.
			if err := e.MakeRoom(a, e.Len+uint32(argc)); err != nil {
				return object.Undefined, err
			}
			if err := a.Tick(int(e.Len) / 64); err != nil {
				return object.Undefined, err
			}
			e.Splice(0, 0, c.Args(0))
			e.Length = e.Len
			return e.LengthValue(), nil
		}
	}
	o, n, err := thisArrayLike(c, "Array.prototype.unshift")
	if err != nil {
		return object.Undefined, err
	}
	if argc > 0 {
		if n+argc > object.MaxSafeInteger {
			return object.Undefined, a.TypeError("Invalid array length")
		}
		for k := n; k > 0; k-- {
			if err := moveElement(a, o, k-1, k+argc-1); err != nil {
				return object.Undefined, err
			}
		}
		for i := range argc {
			if err := setAt(a, o, i, c.Arg(int(i))); err != nil {
				return object.Undefined, err
			}
		}
	}
	return object.IntN(int(n + argc)), o.Set(a, a.NameKey(object.NameLength), object.IntN(int(n+argc)), true)
}
