package indexed

import "github.com/burrowjs/burrow/object"

// The methods of Array.prototype that call a function for each element.

// 23.1.3.15 Array.prototype.forEach ( callback [ , thisArg ] ), https://tc39.es/ecma262/#sec-array.prototype.foreach
func arrayPrototypeForEach(c *object.Call) (object.Value, error) {
	o, n, err := thisArrayLike(c, "Array.prototype.forEach")
	if err != nil {
		return object.Undefined, err
	}
	cb, err := newCallback(c, 0)
	if err != nil {
		return object.Undefined, err
	}
	for k := range n {
		v, present, err := presentAt(c.Agent, o, k)
		if err == nil && present {
			_, err = cb.call(v, k, o)
		}
		if err != nil {
			return object.Undefined, err
		}
	}
	return object.Undefined, nil
}

// 23.1.3.6 Array.prototype.every ( callback [ , thisArg ] ), https://tc39.es/ecma262/#sec-array.prototype.every
func arrayPrototypeEvery(c *object.Call) (object.Value, error) {
	found, err := anyElement(c, "Array.prototype.every", false)
	return object.Bool(!found), err
}

// 23.1.3.29 Array.prototype.some ( callback [ , thisArg ] ), https://tc39.es/ecma262/#sec-array.prototype.some
func arrayPrototypeSome(c *object.Call) (object.Value, error) {
	found, err := anyElement(c, "Array.prototype.some", true)
	return object.Bool(found), err
}

// anyElement reports whether the callback returns wanted for some element.
func anyElement(c *object.Call, method string, wanted bool) (bool, error) {
	o, n, err := thisArrayLike(c, method)
	if err != nil {
		return false, err
	}
	cb, err := newCallback(c, 0)
	if err != nil {
		return false, err
	}
	for k := range n {
		v, present, err := presentAt(c.Agent, o, k)
		if err != nil {
			return false, err
		}
		if !present {
			continue
		}
		if r, err := cb.test(v, k, o); err != nil || r == wanted {
			return err == nil, err
		}
	}
	return false, nil
}

// 23.1.3.21 Array.prototype.map ( callback [ , thisArg ] ), https://tc39.es/ecma262/#sec-array.prototype.map
func arrayPrototypeMap(c *object.Call) (object.Value, error) {
	o, n, err := thisArrayLike(c, "Array.prototype.map")
	if err != nil {
		return object.Undefined, err
	}
	cb, err := newCallback(c, 0)
	if err != nil {
		return object.Undefined, err
	}
	to, err := arraySpeciesCreate(c.Agent, o, n)
	if err != nil {
		return object.Undefined, err
	}
	for k := range n {
		v, present, err := presentAt(c.Agent, o, k)
		if err == nil && present {
			if v, err = cb.call(v, k, o); err == nil {
				err = createAt(c.Agent, to, k, v)
			}
		}
		if err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(to), nil
}

// 23.1.3.8 Array.prototype.filter ( callback [ , thisArg ] ), https://tc39.es/ecma262/#sec-array.prototype.filter
func arrayPrototypeFilter(c *object.Call) (object.Value, error) {
	o, n, err := thisArrayLike(c, "Array.prototype.filter")
	if err != nil {
		return object.Undefined, err
	}
	cb, err := newCallback(c, 0)
	if err != nil {
		return object.Undefined, err
	}
	to, err := arraySpeciesCreate(c.Agent, o, 0)
	if err != nil {
		return object.Undefined, err
	}
	next := int64(0)
	for k := range n {
		v, present, err := presentAt(c.Agent, o, k)
		if err == nil && present {
			var selected bool
			if selected, err = cb.test(v, k, o); selected {
				err = createAt(c.Agent, to, next, v)
				next++
			}
		}
		if err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(to), nil
}

// 23.1.3.24 Array.prototype.reduce ( callback [ , initialValue ] ), https://tc39.es/ecma262/#sec-array.prototype.reduce
func arrayPrototypeReduce(c *object.Call) (object.Value, error) {
	return reduce(c, "Array.prototype.reduce", 1)
}

// 23.1.3.25 Array.prototype.reduceRight ( callback [ , initialValue ] ), https://tc39.es/ecma262/#sec-array.prototype.reduceright
func arrayPrototypeReduceRight(c *object.Call) (object.Value, error) {
	return reduce(c, "Array.prototype.reduceRight", -1)
}

func reduce(c *object.Call, method string, step int64) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, method)
	if err != nil {
		return object.Undefined, err
	}
	fn := c.Arg(0)
	if !object.IsCallable(fn) {
		return object.Undefined, a.TypeError("%s is not a function", a.Describe(fn))
	}
	k := int64(0)
	if step < 0 {
		k = n - 1
	}
	accumulator, have := c.Arg(1), c.ArgCount() > 1
	args := make([]object.Value, 4)
	for ; k >= 0 && k < n; k += step {
		v, present, err := presentAt(a, o, k)
		if err != nil {
			return object.Undefined, err
		}
		switch {
		case !present:
		case !have:
			accumulator, have = v.Clean(), true
		default:
			args[0], args[1], args[2], args[3] = accumulator, v.Clean(), object.IntN(int(k)), object.Obj(o)
			if accumulator, err = a.Call(fn, object.Undefined, args...); err != nil {
				return object.Undefined, err
			}
			accumulator = accumulator.Clean()
		}
	}
	if !have {
		return object.Undefined, a.TypeError("Reduce of empty array with no initial value")
	}
	return accumulator, nil
}

// 23.1.3.9 Array.prototype.find ( predicate [ , thisArg ] ), https://tc39.es/ecma262/#sec-array.prototype.find
func arrayPrototypeFind(c *object.Call) (object.Value, error) {
	_, v, err := findViaPredicate(c, "Array.prototype.find", 1)
	return v, err
}

// 23.1.3.10 Array.prototype.findIndex ( predicate [ , thisArg ] ), https://tc39.es/ecma262/#sec-array.prototype.findindex
func arrayPrototypeFindIndex(c *object.Call) (object.Value, error) {
	k, _, err := findViaPredicate(c, "Array.prototype.findIndex", 1)
	return object.IntN(int(k)), err
}

// 23.1.3.11 Array.prototype.findLast ( predicate [ , thisArg ] ), https://tc39.es/ecma262/#sec-array.prototype.findlast
func arrayPrototypeFindLast(c *object.Call) (object.Value, error) {
	_, v, err := findViaPredicate(c, "Array.prototype.findLast", -1)
	return v, err
}

// 23.1.3.12 Array.prototype.findLastIndex ( predicate [ , thisArg ] ), https://tc39.es/ecma262/#sec-array.prototype.findlastindex
func arrayPrototypeFindLastIndex(c *object.Call) (object.Value, error) {
	k, _, err := findViaPredicate(c, "Array.prototype.findLastIndex", -1)
	return object.IntN(int(k)), err
}

// FindViaPredicate is 23.1.3.12.1, https://tc39.es/ecma262/#sec-findviapredicate ; the index is -1 if there is none.
func findViaPredicate(c *object.Call, method string, step int64) (int64, object.Value, error) {
	o, n, err := thisArrayLike(c, method)
	if err != nil {
		return -1, object.Undefined, err
	}
	cb, err := newCallback(c, 0)
	if err != nil {
		return -1, object.Undefined, err
	}
	k := int64(0)
	if step < 0 {
		k = n - 1
	}
	for ; k >= 0 && k < n; k += step {
		v, err := getAt(c.Agent, o, k)
		if err != nil {
			return -1, object.Undefined, err
		}
		if found, err := cb.test(v, k, o); err != nil || found {
			return k, v, err
		}
	}
	return -1, object.Undefined, nil
}
