package control

import (
	"github.com/burrowjs/burrow/object"
)

// zipMode says what happens when one of the iterators of a zip ends.
type zipMode uint8

const (
	zipShortest zipMode = iota
	zipLongest
	zipStrict
)

// zipping is the variables of the closure of IteratorZip.
type zipping struct {
	iters   []object.IteratorRecord
	ended   []bool // no longer open
	mode    zipMode
	padding []object.Value
	keys    []object.PropertyKey // zipKeyed
	keyed   bool
}

func (z *zipping) trace(v object.Visitor) {
	for i := range z.iters {
		traceRecord(&z.iters[i], v)
	}
	for _, x := range z.padding {
		v.Value(x)
	}
}

// open returns the iterators that have not ended.
func (z *zipping) open() []object.IteratorRecord {
	var list []object.IteratorRecord
	for i := range z.iters {
		if i >= len(z.ended) || !z.ended[i] {
			list = append(list, z.iters[i])
		}
	}
	return list
}

var (
	nameMode    = object.DeclareName("mode")
	namePadding = object.DeclareName("padding")
)

// zipOptions is the common steps of zip and zipKeyed about their arguments;
// padding is undefined or an object.
func zipOptions(c *object.Call) (z *zipping, padding object.Value, err error) {
	a := c.Agent
	if !c.Arg(0).IsObject() {
		return nil, padding, a.TypeError("%s is not an object", a.Describe(c.Arg(0)))
	}
	z = &zipping{}
	options := c.Arg(1)
	if options.IsUndefined() {
		return z, object.Undefined, nil
	}
	if !options.IsObject() {
		return nil, padding, a.TypeError("%s is not an object", a.Describe(options))
	}
	mode, err := options.AsObject().Get(a, a.NameKey(nameMode))
	if err != nil {
		return nil, padding, err
	}
	switch {
	case mode.IsUndefined():
	case mode.IsString() && mode.AsString().EqualGo("shortest"):
	case mode.IsString() && mode.AsString().EqualGo("longest"):
		z.mode = zipLongest
	case mode.IsString() && mode.AsString().EqualGo("strict"):
		z.mode = zipStrict
	default:
		return nil, padding, a.TypeError("%s is not a valid mode", a.Describe(mode))
	}
	padding = object.Undefined
	if z.mode == zipLongest {
		if padding, err = options.AsObject().Get(a, a.NameKey(namePadding)); err != nil {
			return nil, padding, err
		}
		if !padding.IsUndefined() && !padding.IsObject() {
			return nil, padding, a.TypeError("%s is not an object", a.Describe(padding))
		}
	}
	return z, padding, nil
}

// add appends an iterator.
func (z *zipping) add(a *object.Agent, rec object.IteratorRecord) error {
	if err := a.Charge(64); err != nil {
		return err
	}
	z.iters = append(z.iters, rec)
	return nil
}

func (z *zipping) helper(c *object.Call) object.Value {
	z.ended = make([]bool, len(z.iters))
	return newHelper(c, &helper{fn: object.Undefined, zip: z, step: (*helper).stepZip})
}

// 27.1.3.2.3 Iterator.zip ( iterables [ , options ] ), https://tc39.es/ecma262/#sec-iterator.zip
func iteratorZip(c *object.Call) (object.Value, error) {
	a := c.Agent
	z, padding, err := zipOptions(c)
	if err != nil {
		return object.Undefined, err
	}
	input, err := object.GetIterator(a, c.Arg(0), false)
	if err != nil {
		return object.Undefined, err
	}
	for {
		v, ok, err := object.IteratorStepValue(a, &input)
		if err != nil {
			return object.Undefined, object.IteratorCloseAll(a, z.iters, err)
		}
		if !ok {
			break
		}
		rec, err := object.GetIteratorFlattenable(a, v, false)
		if err == nil {
			err = z.add(a, rec)
		}
		if err != nil {
			err = object.IteratorCloseAll(a, z.iters, err)
			return object.Undefined, object.IteratorClose(a, &input, err)
		}
	}
	if z.mode == zipLongest {
		if err := z.takePadding(a, padding); err != nil {
			return object.Undefined, object.IteratorCloseAll(a, z.iters, err)
		}
	}
	return z.helper(c), nil
}

// takePadding takes as many values as there are iterators from the padding option.
func (z *zipping) takePadding(a *object.Agent, option object.Value) error {
	z.padding = make([]object.Value, len(z.iters))
	for i := range z.padding {
		z.padding[i] = object.Undefined
	}
	if option.IsUndefined() {
		return nil
	}
	rec, err := object.GetIterator(a, option, false)
	if err != nil {
		return err
	}
	for i := range z.padding {
		v, ok, err := object.IteratorStepValue(a, &rec)
		if err != nil || !ok {
			return err
		}
		z.padding[i] = v
	}
	return object.IteratorClose(a, &rec, nil)
}

// 27.1.3.2.4 Iterator.zipKeyed ( iterables [ , options ] ), https://tc39.es/ecma262/#sec-iterator.zipkeyed
func iteratorZipKeyed(c *object.Call) (object.Value, error) {
	a := c.Agent
	z, padding, err := zipOptions(c)
	if err != nil {
		return object.Undefined, err
	}
	z.keyed = true
	iterables := c.Arg(0).AsObject()
	keys, err := iterables.OwnPropertyKeys(a)
	if err != nil {
		return object.Undefined, err
	}
	for _, k := range keys {
		if err := z.addKeyed(a, iterables, k); err != nil {
			return object.Undefined, object.IteratorCloseAll(a, z.iters, err)
		}
	}
	if z.mode == zipLongest {
		z.padding = make([]object.Value, len(z.iters))
		for i, k := range z.keys {
			v := object.Undefined
			if !padding.IsUndefined() {
				if v, err = padding.AsObject().Get(a, k); err != nil {
					return object.Undefined, object.IteratorCloseAll(a, z.iters, err)
				}
			}
			z.padding[i] = v.Clean()
		}
	}
	return z.helper(c), nil
}

// addKeyed adds the iterator of an enumerable property that is not undefined.
func (z *zipping) addKeyed(a *object.Agent, iterables *object.Object, k object.PropertyKey) error {
	d, found, err := iterables.GetOwnProperty(a, k)
	if err != nil || !found || !d.Enumerable() {
		return err
	}
	v, err := iterables.Get(a, k)
	if err != nil || v.IsUndefined() {
		return err
	}
	rec, err := object.GetIteratorFlattenable(a, v, false)
	if err != nil {
		return err
	}
	z.keys = append(z.keys, k)
	return z.add(a, rec)
}

// stepZip is the closure of IteratorZip, https://tc39.es/ecma262/#sec-iteratorzip
func (h *helper) stepZip(a *object.Agent) (object.Value, bool, error) {
	z := h.zip
	if len(z.iters) == 0 {
		return object.Undefined, true, nil
	}
	if err := a.Charge(16 * len(z.iters)); err != nil {
		return object.Undefined, true, err
	}
	results := make([]object.Value, len(z.iters))
	for i := range z.iters {
		if z.ended[i] {
			results[i] = z.padding[i]
			continue
		}
		v, ok, err := object.IteratorStepValue(a, &z.iters[i])
		if err == nil && ok {
			results[i] = v
			continue
		}
		z.ended[i] = true
		if err != nil || z.mode == zipShortest {
			return v, true, object.IteratorCloseAll(a, z.open(), err)
		}
		if z.mode == zipStrict {
			return v, true, z.endStrictly(a, i)
		}
		if len(z.open()) == 0 {
			return v, true, nil
		}
		results[i] = z.padding[i]
	}
	if !z.keyed {
		return object.Obj(object.CreateArrayFromList(a, results)), false, nil
	}
	o := a.NewObject(nil)
	for i, k := range z.keys {
		if err := o.CreateDataPropertyOrThrow(a, k, results[i]); err != nil {
			return object.Undefined, true, err
		}
	}
	return object.Obj(o), false, nil
}

// endStrictly checks in strict mode that all iterators end when iterator i has.
func (z *zipping) endStrictly(a *object.Agent, i int) error {
	unequal := func() error {
		return a.TypeError("Iterators passed to Iterator.zip with mode 'strict' have different lengths")
	}
	if i != 0 {
		return object.IteratorCloseAll(a, z.open(), unequal())
	}
	for k := 1; k < len(z.iters); k++ {
		result, err := object.IteratorStep(a, &z.iters[k])
		if err != nil || result == nil {
			z.ended[k] = true
		}
		if err == nil && result != nil {
			err = unequal()
		}
		if err != nil {
			return object.IteratorCloseAll(a, z.open(), err)
		}
	}
	return nil
}
