package object

// EntryAdder is what AddEntriesFromIterable does with a key and a value.
// Target is the collection, adder the function that was passed along.
type EntryAdder func(a *Agent, target *Object, adder, key, value Value) error

// AddEntriesFromIterable is 24.1.1.2, https://tc39.es/ecma262/#sec-add-entries-from-iterable
// Static Go code takes the place of an adder that is not a script's function.
func AddEntriesFromIterable(a *Agent, target *Object, iterable, adder Value, add EntryAdder) error {
	rec, err := GetIterator(a, iterable, false)
	if err != nil {
		return err
	}
	for {
		item, ok, err := IteratorStepValue(a, &rec)
		if err != nil || !ok {
			return err
		}
		if err := addEntry(a, target, adder, item, add); err != nil {
			return IteratorClose(a, &rec, err)
		}
	}
}

func addEntry(a *Agent, target *Object, adder, item Value, add EntryAdder) error {
	o := item.ObjectOrNil()
	if o == nil {
		return a.TypeError("Iterator value %s is not an entry object", a.Describe(item))
	}
	if e := IsPlainArray(item); e != nil && e.Len >= 2 && !e.At(0).IsHole() && !e.At(1).IsHole() {
		// OPT: elements that are there are read without [[Get]].
		return add(a, target, adder, e.At(0).Clean(), e.At(1).Clean())
	}
	key, err := o.Get(a, IndexKey(0))
	if err != nil {
		return err
	}
	value, err := o.Get(a, IndexKey(1))
	if err != nil {
		return err
	}
	return add(a, target, adder, key.Clean(), value.Clean())
}
