package object

import "unsafe"

// The operations on iterator objects (7.4).

// IteratorRecord is 7.4.1: an iterator with its next method, looked up once.
type IteratorRecord struct {
	Iterator *Object
	Next     Value
	Done     bool
}

// AsyncFromSyncIteratorHook is CreateAsyncFromSyncIterator (27.1.6.1); set by interp.
var AsyncFromSyncIteratorHook func(a *Agent, sync IteratorRecord) (IteratorRecord, error)

// GetIteratorDirect is 7.4.2, https://tc39.es/ecma262/#sec-getiteratordirect
func GetIteratorDirect(a *Agent, o *Object) (IteratorRecord, error) {
	next, err := o.Get(a, a.NameKey(NameNext))
	return IteratorRecord{Iterator: o, Next: next.Clean()}, err
}

// GetIteratorFromMethod is 7.4.3, https://tc39.es/ecma262/#sec-getiteratorfrommethod
func GetIteratorFromMethod(a *Agent, v, method Value) (IteratorRecord, error) {
	iterator, err := a.Call(method, v)
	if err != nil {
		return IteratorRecord{}, err
	}
	if !iterator.IsObject() {
		return IteratorRecord{}, a.TypeError("Result of the Symbol.iterator method is not an object")
	}
	return GetIteratorDirect(a, iterator.AsObject())
}

// GetIterator is 7.4.4, https://tc39.es/ecma262/#sec-getiterator
func GetIterator(a *Agent, v Value, async bool) (IteratorRecord, error) {
	fail := func(v Value) error { return NotIterable(a, v) }
	if async && !v.IsNullish() {
		fail = func(v Value) error { return NotAsyncIterable(a, v) }
	}
	return GetIteratorElse(a, v, async, fail)
}

// GetIteratorElse is GetIterator, where fail makes the error if v has no iterator.
func GetIteratorElse(a *Agent, v Value, async bool, fail func(v Value) error) (IteratorRecord, error) {
	if async {
		method, err := iteratorMethod(a, v, SymbolAsyncIterator, fail)
		if err != nil {
			return IteratorRecord{}, err
		}
		if !method.IsUndefined() {
			iterator, err := a.Call(method, v)
			if err != nil {
				return IteratorRecord{}, err
			}
			if !iterator.IsObject() {
				return IteratorRecord{}, a.TypeError("Result of the Symbol.asyncIterator method is not an object")
			}
			return GetIteratorDirect(a, iterator.AsObject())
		}
	}
	method, err := iteratorMethod(a, v, SymbolIterator, fail)
	if err != nil {
		return IteratorRecord{}, err
	}
	if method.IsUndefined() {
		return IteratorRecord{}, fail(v)
	}
	rec, err := GetIteratorFromMethod(a, v, method)
	if err != nil || !async {
		return rec, err
	}
	return AsyncFromSyncIteratorHook(a, rec)
}

// NotIterable is the error for a value without an iterator.
func NotIterable(a *Agent, v Value) error {
	return a.TypeError("%s is not iterable (cannot read property Symbol(Symbol.iterator))", a.DescribeOperand(v))
}

// NotAsyncIterable is the error for a value without an iterator, async or not.
func NotAsyncIterable(a *Agent, v Value) error {
	return a.TypeError("%s is not async iterable", a.DescribeOperand(v))
}

// iteratorMethod is GetMethod with the message that iteration has.
func iteratorMethod(a *Agent, v Value, s *Symbol, fail func(v Value) error) (Value, error) {
	if v.IsNullish() {
		return Undefined, fail(v)
	}
	f, err := GetV(a, v, SymbolKey(s))
	if err != nil || f.IsNullish() {
		return Undefined, err
	}
	if !IsCallable(f) {
		return Undefined, fail(v)
	}
	return f, nil
}

// GetIteratorFlattenable is 7.4.5, https://tc39.es/ecma262/#sec-getiteratorflattenable
func GetIteratorFlattenable(a *Agent, v Value, iterateStrings bool) (IteratorRecord, error) {
	if !v.IsObject() && !(iterateStrings && v.IsString()) {
		return IteratorRecord{}, a.TypeError("%s is not an object", a.Describe(v))
	}
	method, err := GetMethod(a, v, SymbolKey(SymbolIterator))
	if err != nil {
		return IteratorRecord{}, err
	}
	iterator := v
	if !method.IsUndefined() {
		if iterator, err = a.Call(method, v); err != nil {
			return IteratorRecord{}, err
		}
	}
	if !iterator.IsObject() {
		return IteratorRecord{}, a.TypeError("%s is not an object", a.Describe(iterator))
	}
	return GetIteratorDirect(a, iterator.AsObject())
}

// IteratorNext is 7.4.6, https://tc39.es/ecma262/#sec-iteratornext ; args is empty or one value.
func IteratorNext(a *Agent, rec *IteratorRecord, args ...Value) (*Object, error) {
	result, err := a.Call(rec.Next, Obj(rec.Iterator), args...)
	if err != nil {
		rec.Done = true
		return nil, err
	}
	if !result.IsObject() {
		rec.Done = true
		return nil, a.TypeError("Iterator result %s is not an object", a.Describe(result))
	}
	return result.AsObject(), nil
}

// IteratorComplete is 7.4.7, https://tc39.es/ecma262/#sec-iteratorcomplete
func IteratorComplete(a *Agent, result *Object) (bool, error) {
	v, err := result.Get(a, a.NameKey(NameDone))
	return err == nil && ToBoolean(v), err
}

// IteratorValue is 7.4.8, https://tc39.es/ecma262/#sec-iteratorvalue
func IteratorValue(a *Agent, result *Object) (Value, error) {
	return result.Get(a, a.NameKey(NameValue))
}

// IteratorStep is 7.4.9, https://tc39.es/ecma262/#sec-iteratorstep ; it returns nil when done.
func IteratorStep(a *Agent, rec *IteratorRecord) (*Object, error) {
	if err := a.Tick(1); err != nil {
		return nil, err
	}
	result, err := IteratorNext(a, rec)
	if err != nil {
		return nil, err
	}
	done, err := IteratorComplete(a, result)
	if err != nil || done {
		rec.Done = true
		return nil, err
	}
	return result, nil
}

// IteratorStepValue is 7.4.10, https://tc39.es/ecma262/#sec-iteratorstepvalue ; ok is false when done.
func IteratorStepValue(a *Agent, rec *IteratorRecord) (v Value, ok bool, err error) {
	result, err := IteratorStep(a, rec)
	if err != nil || result == nil {
		return Undefined, false, err
	}
	if v, err = IteratorValue(a, result); err != nil {
		rec.Done = true
		return Undefined, false, err
	}
	return v.Clean(), true, nil
}

// IteratorClose is 7.4.11, https://tc39.es/ecma262/#sec-iteratorclose
// completion is the error on the way, or nil; the result is what to return.
// Terminations close nothing: no script runs after one.
func IteratorClose(a *Agent, rec *IteratorRecord, completion error) error {
	if completion != nil {
		if _, catchable := Catch(completion); !catchable {
			return completion
		}
	}
	iterator := Obj(rec.Iterator)
	method, err := GetMethod(a, iterator, a.NameKey(NameReturn))
	result := Undefined
	if err == nil {
		if method.IsUndefined() {
			return completion
		}
		result, err = a.Call(method, iterator)
	}
	if err != nil {
		if _, catchable := Catch(err); !catchable {
			return err
		}
	}
	switch {
	case completion != nil:
		return completion
	case err != nil:
		return err
	case !result.IsObject():
		return a.TypeError("Iterator result %s is not an object", a.Describe(result))
	}
	return nil
}

// IteratorCloseAll is 7.4.12, https://tc39.es/ecma262/#sec-iteratorcloseall
func IteratorCloseAll(a *Agent, recs []IteratorRecord, completion error) error {
	for i := len(recs) - 1; i >= 0; i-- {
		completion = IteratorClose(a, &recs[i], completion)
	}
	return completion
}

// realmCaches are what operations of this package remember for a realm.
type realmCaches struct {
	iterResult *Shape // {value, done}

	arguments, mappedArguments *Shape

	// Array iteration was found pristine for these shapes, with what the two
	// slots must still hold.
	arrayProto, iterProto           *Shape
	valuesSlot, nextSlot            uint32
	valuesFunction, iteratorNextRef unsafe.Pointer
}

// CreateIterResultObject is 7.4.14, https://tc39.es/ecma262/#sec-createiterresultobject
func CreateIterResultObject(a *Agent, v Value, done bool) *Object {
	r := a.CurrentRealm()
	s := r.caches.iterResult
	if s == nil || s.proto != r.made(IntrinsicObjectPrototype) {
		s = a.ShapeWith(a.rootShape(ClassObject, r.Intrinsic(IntrinsicObjectPrototype)), AttrDefault,
			a.NameKey(NameValue), a.NameKey(NameDone))
		r.caches.iterResult = s
	}
	x := &object2{}
	x.shape = s
	x.slots = unsafe.Pointer(&x.in)
	x.flags = uint64(KindOrdinary) | flagExtensible | 2<<capShift
	x.in[0], x.in[1] = v.Clean(), Bool(done)
	return &x.Object
}

// ArrayIterationPristine reports whether iterating over arrays of the realm
// that inherit directly from %Array.prototype% does what it did when the realm
// was made: neither Array.prototype[Symbol.iterator] nor the next method of
// array iterators has been replaced.
func (r *Realm) ArrayIterationPristine() bool {
	c := &r.caches
	proto, iter := r.made(IntrinsicArrayPrototype), r.made(IntrinsicArrayIteratorPrototype)
	if proto != nil && iter != nil && proto.shape == c.arrayProto && iter.shape == c.iterProto {
		return proto.slotAt(c.valuesSlot).ref == c.valuesFunction && iter.slotAt(c.nextSlot).ref == c.iteratorNextRef
	}
	return r.checkArrayIteration()
}

func (r *Realm) checkArrayIteration() bool {
	a := r.Agent
	if specs[IntrinsicArrayPrototype] == nil || specs[IntrinsicArrayIteratorPrototype] == nil || specs[IntrinsicArrayPrototypeValues] == nil {
		return false
	}
	proto, iter := r.Intrinsic(IntrinsicArrayPrototype), r.Intrinsic(IntrinsicArrayIteratorPrototype)
	values, _, attrs, ok := proto.ownSlot(a, SymbolKey(SymbolIterator))
	if !ok || attrs&AttrAccessor != 0 || values.ObjectOrNil() != r.Intrinsic(IntrinsicArrayPrototypeValues) {
		return false
	}
	next, _, attrs, ok := iter.ownSlot(a, a.NameKey(NameNext))
	if !ok || attrs&AttrAccessor != 0 || !isSpecMethod(IntrinsicArrayIteratorPrototype, "next", *next, r) {
		return false
	}
	c := &r.caches
	c.valuesSlot, _, _ = proto.shape.lookup(SymbolKey(SymbolIterator))
	c.nextSlot, _, _ = iter.shape.lookup(a.NameKey(NameNext))
	c.valuesFunction, c.iteratorNextRef = values.ref, next.ref
	// From here on a change of either shape makes a new one.
	proto.shape.MarkCached()
	iter.shape.MarkCached()
	c.arrayProto, c.iterProto = proto.shape, iter.shape
	return true
}

// isSpecMethod reports whether v is the function that realm r made for a
// method of an intrinsic.
func isSpecMethod(id Intrinsic, name string, v Value, r *Realm) bool {
	f := v.ObjectOrNil()
	if f == nil || f.Kind() != KindNative || specs[id] == nil {
		return false
	}
	n := (*Native)(f.ext)
	if r != nil && n.Realm != r {
		return false
	}
	for i := range specs[id].Props {
		if p := &specs[id].Props[i]; p.Name == name && p.Symbol == nil {
			return p.Fn != nil && sameCode(p.Fn, n.Fn) && p.Magic == n.Magic
		}
	}
	return false
}

// sameCode reports whether two static Go functions are the same.
func sameCode(f, g NativeFunction) bool {
	return *(*unsafe.Pointer)(unsafe.Pointer(&f)) == *(*unsafe.Pointer)(unsafe.Pointer(&g))
}

// PristineArray returns the elements of v if iterating over v with the iterator
// protocol cannot be told from walking them: v is a plain array of a realm with
// pristine array iteration, without an own or nearer iterator method. Holes
// must still be looked up in the prototypes.
func (a *Agent) PristineArray(v Value) *Elements {
	e := IsPlainArray(v)
	if e == nil {
		return nil
	}
	o := v.AsObject()
	r := a.CurrentRealm()
	if o.shape.proto == nil || o.shape.proto != r.made(IntrinsicArrayPrototype) || !r.ArrayIterationPristine() {
		return nil
	}
	if o.shape.count > 0 {
		if _, _, own := o.shape.lookup(SymbolKey(SymbolIterator)); own {
			return nil
		}
	}
	return e
}

// IterableToList is 7.4.15, https://tc39.es/ecma262/#sec-iteratortolist on the iterator of v.
func IterableToList(a *Agent, v Value) ([]Value, error) {
	if e := a.PristineArray(v); e != nil && e.Len == e.Length {
		// OPT: array iteration without its iterator (PristineArray).
		return CreateListFromArrayLike(a, v)
	}
	rec, err := GetIterator(a, v, false)
	if err != nil {
		return nil, err
	}
	return IteratorToList(a, &rec)
}

// IteratorToList is 7.4.15, https://tc39.es/ecma262/#sec-iteratortolist
func IteratorToList(a *Agent, rec *IteratorRecord) ([]Value, error) {
	var list []Value
	for {
		v, ok, err := IteratorStepValue(a, rec)
		if err != nil || !ok {
			return list, err
		}
		if len(list) == cap(list) {
			if err := a.chargeValues(len(list) + 4); err != nil {
				return nil, err
			}
		}
		list = append(list, v)
	}
}

// CreateListIteratorRecord is 7.4.13, https://tc39.es/ecma262/#sec-createlistiteratorrecord
func CreateListIteratorRecord(a *Agent, list []Value) IteratorRecord {
	r := a.CurrentRealm()
	o := a.NewObject(r.Intrinsic(IntrinsicIteratorPrototype))
	next := a.NewAnonymousNative(r, 0, listIteratorNext, Obj(CreateArrayFromList(a, list)), Int(0))
	return IteratorRecord{Iterator: o, Next: Obj(next)}
}

func listIteratorNext(c *Call) (Value, error) {
	e, i := c.Slot(0).AsObject().Elements(), c.Slot(1).AsInt()
	if uint32(i) >= e.Len {
		return Obj(CreateIterResultObject(c.Agent, Undefined, true)), nil
	}
	c.SetSlot(1, Int(i+1))
	return Obj(CreateIterResultObject(c.Agent, e.At(uint32(i)), false)), nil
}
