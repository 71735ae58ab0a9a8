package indexed

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// comparatorOrder is SortCompare with a comparator function.
type comparatorOrder struct {
	agent *object.Agent
	fn    object.Value
	args  *[2]object.Value
}

func newComparatorOrder(a *object.Agent, fn object.Value) comparatorOrder {
	return comparatorOrder{a, fn, new([2]object.Value)}
}

// compare calls the comparator and returns the sign of its result.
func (s comparatorOrder) compare(x, y object.Value) (int, error) {
	s.args[0], s.args[1] = x, y
	v, err := s.agent.Call(s.fn, object.Undefined, s.args[:]...)
	if err != nil {
		return 0, err
	}
	if v.IsInt() {
		return int(v.AsInt()), nil
	}
	f, err := object.ToNumber(s.agent, v)
	switch {
	case err != nil:
		return 0, err
	case f < 0:
		return -1, nil
	case f > 0:
		return 1, nil
	}
	return 0, nil
}

// stringOrder is SortCompare without a comparator for values whose conversion
// to strings may run script.
type stringOrder struct{ agent *object.Agent }

func (s stringOrder) compare(x, y object.Value) (int, error) {
	xs, err := object.ToString(s.agent, x)
	if err != nil {
		return 0, err
	}
	ys, err := object.ToString(s.agent, y)
	if err != nil {
		return 0, err
	}
	return compareTexts(s.agent, xs, ys)
}

// keyed is a value with the string that it is sorted by.
type keyed struct {
	text  *jstring.String
	value object.Value
}

type keyedOrder struct{ agent *object.Agent }

func (o keyedOrder) compare(x, y keyed) (int, error) { return compareTexts(o.agent, x.text, y.text) }

func compareTexts(a *object.Agent, s, t *jstring.String) (int, error) {
	if err := a.TickOrder(s, t); err != nil {
		return 0, err
	}
	return jstring.Compare(s, t), nil
}

// sortValues sorts a list as CompareArrayElements (23.1.3.30.2) orders it: by
// the comparator, or by strings if that is undefined; undefined comes last.
func sortValues(a *object.Agent, list []object.Value, comparator object.Value) error {
	n := 0
	for i, v := range list {
		if !v.IsUndefined() {
			list[i] = list[n]
			list[n] = v
			n++
		}
	}
	list = list[:n]
	if !comparator.IsUndefined() {
		return mergeSort(a, list, newComparatorOrder(a, comparator))
	}
	for _, v := range list {
		if v.IsObject() || v.IsSymbol() {
			return mergeSort(a, list, stringOrder{a})
		}
	}
	// OPT: converting other primitives once instead of for each comparison cannot be observed.
	if err := a.Charge(64 * n); err != nil {
		return err
	}
	keys := make([]keyed, n)
	for i, v := range list {
		if i&255 == 0 {
			if err := a.Tick(64); err != nil {
				return err
			}
		}
		s, err := object.ToString(a, v)
		if err != nil {
			return err
		}
		s.Flatten()
		keys[i] = keyed{s, v}
	}
	if err := mergeSort(a, keys, keyedOrder{a}); err != nil {
		return err
	}
	for i := range keys {
		list[i] = keys[i].value
	}
	return nil
}

// checkComparator throws unless the argument is callable or undefined.
func checkComparator(a *object.Agent, f object.Value) error {
	if f.IsUndefined() || object.IsCallable(f) {
		return nil
	}
	return a.TypeError("The comparison function must be either a function or undefined")
}

// collect is the reading part of SortIndexedProperties (23.1.3.30.1).
func collect(a *object.Agent, o *object.Object, n int64, skipHoles bool) ([]object.Value, error) {
	var list []object.Value
	if e := object.IsPlainArray(object.Obj(o)); e != nil {
		if err := a.Charge(16 * int(e.Len)); err != nil {
			return nil, err
		}
		list = make([]object.Value, 0, e.Len)
	}
	for k := range n {
		var v object.Value
		var err error
		present := true
		if skipHoles {
			v, present, err = presentAt(a, o, k)
		} else {
			v, err = getAt(a, o, k)
		}
		if err != nil {
			return nil, err
		}
		if !present {
			continue
		}
		if len(list) == cap(list) {
			if err := a.Charge(32 * (len(list) + 4)); err != nil {
				return nil, err
			}
		}
		list = append(list, v.Clean())
	}
	return list, nil
}

// 23.1.3.30 Array.prototype.sort ( comparator ), https://tc39.es/ecma262/#sec-array.prototype.sort
func arrayPrototypeSort(c *object.Call) (object.Value, error) {
	a := c.Agent
	if err := checkComparator(a, c.Arg(0)); err != nil {
		return object.Undefined, err
	}
	o, n, err := thisArrayLike(c, "Array.prototype.sort")
	if err != nil {
		return object.Undefined, err
	}
	list, err := collect(a, o, n, true)
	if err != nil {
		return object.Undefined, err
	}
	if err := sortValues(a, list, c.Arg(0)); err != nil {
		return object.Undefined, err
	}
	for k, v := range list {
		if err := setAt(a, o, int64(k), v); err != nil {
			return object.Undefined, err
		}
	}
	for k := int64(len(list)); k < n; k++ {
		if err := deleteAt(a, o, k); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(o), nil
}

// 23.1.3.34 Array.prototype.toSorted ( comparator ), https://tc39.es/ecma262/#sec-array.prototype.tosorted
func arrayPrototypeToSorted(c *object.Call) (object.Value, error) {
	a := c.Agent
	if err := checkComparator(a, c.Arg(0)); err != nil {
		return object.Undefined, err
	}
	o, n, err := thisArrayLike(c, "Array.prototype.toSorted")
	if err != nil {
		return object.Undefined, err
	}
	to, err := object.ArrayCreate(a, uint64(n), nil)
	if err != nil {
		return object.Undefined, err
	}
	list, err := collect(a, o, n, false)
	if err != nil {
		return object.Undefined, err
	}
	if err := sortValues(a, list, c.Arg(0)); err != nil {
		return object.Undefined, err
	}
	to.Elements().SetAll(list)
	return object.Obj(to), nil
}
