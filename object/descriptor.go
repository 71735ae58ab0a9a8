package object

// PropertyDescriptor is the specification type of 6.2.6: a property, or a
// request to define one, in which fields may be absent.
type PropertyDescriptor struct {
	Value    Value // present if Has&HasValue
	Get, Set Value // undefined or callable; present if HasGet, HasSet
	Attrs    Attributes
	Has      Fields
}

// Fields tells which fields of a PropertyDescriptor are present.
type Fields uint8

const (
	HasValue Fields = 1 << iota
	HasWritable
	HasGet
	HasSet
	HasEnumerable
	HasConfigurable
)

// DataDescriptor returns a fully populated data property descriptor.
func DataDescriptor(v Value, attrs Attributes) PropertyDescriptor {
	return PropertyDescriptor{Value: v, Attrs: attrs, Has: HasValue | HasWritable | HasEnumerable | HasConfigurable}
}

// AccessorDescriptor returns a fully populated accessor property descriptor; get and set may be nil.
func AccessorDescriptor(get, set *Object, attrs Attributes) PropertyDescriptor {
	d := PropertyDescriptor{Get: Undefined, Set: Undefined, Attrs: attrs &^ AttrWritable,
		Has: HasGet | HasSet | HasEnumerable | HasConfigurable}
	if get != nil {
		d.Get = Obj(get)
	}
	if set != nil {
		d.Set = Obj(set)
	}
	return d
}

// IsAccessor is IsAccessorDescriptor (6.2.6.1).
func (d *PropertyDescriptor) IsAccessor() bool { return d.Has&(HasGet|HasSet) != 0 }

// IsData is IsDataDescriptor (6.2.6.2).
func (d *PropertyDescriptor) IsData() bool { return d.Has&(HasValue|HasWritable) != 0 }

func (d *PropertyDescriptor) Writable() bool     { return d.Attrs&AttrWritable != 0 }
func (d *PropertyDescriptor) Enumerable() bool   { return d.Attrs&AttrEnumerable != 0 }
func (d *PropertyDescriptor) Configurable() bool { return d.Attrs&AttrConfigurable != 0 }

// Complete is CompletePropertyDescriptor (6.2.6.6).
func (d *PropertyDescriptor) Complete() {
	if d.IsAccessor() {
		if d.Has&HasGet == 0 {
			d.Get = Undefined
		}
		if d.Has&HasSet == 0 {
			d.Set = Undefined
		}
		d.Has |= HasGet | HasSet
	} else {
		if d.Has&HasValue == 0 {
			d.Value = Undefined
		}
		d.Has |= HasValue | HasWritable
	}
	d.Has |= HasEnumerable | HasConfigurable
}

// FromPropertyDescriptor is 6.2.6.4, https://tc39.es/ecma262/#sec-frompropertydescriptor
func FromPropertyDescriptor(a *Agent, d *PropertyDescriptor, found bool) Value {
	if !found {
		return Undefined
	}
	o := a.NewObject(a.CurrentRealm().Intrinsic(IntrinsicObjectPrototype))
	put := func(n Name, v Value) { o.addProperty(a, a.NameKey(n), v, AttrDefault) }
	if d.Has&HasValue != 0 {
		put(NameValue, d.Value)
	}
	if d.Has&HasWritable != 0 {
		put(NameWritable, Bool(d.Writable()))
	}
	if d.Has&HasGet != 0 {
		put(NameGet, d.Get)
	}
	if d.Has&HasSet != 0 {
		put(NameSet, d.Set)
	}
	if d.Has&HasEnumerable != 0 {
		put(NameEnumerable, Bool(d.Enumerable()))
	}
	if d.Has&HasConfigurable != 0 {
		put(NameConfigurable, Bool(d.Configurable()))
	}
	return Obj(o)
}

// ToPropertyDescriptor is 6.2.6.5, https://tc39.es/ecma262/#sec-topropertydescriptor
func ToPropertyDescriptor(a *Agent, v Value) (d PropertyDescriptor, err error) {
	o := v.ObjectOrNil()
	if o == nil {
		return d, a.TypeError("Property description must be an object: %s", a.Describe(v))
	}
	field := func(n Name) (Value, bool) {
		var has bool
		var val Value
		if err != nil {
			return Undefined, false
		}
		if has, err = o.HasProperty(a, a.NameKey(n)); err != nil || !has {
			return Undefined, false
		}
		val, err = o.Get(a, a.NameKey(n))
		return val, err == nil
	}
	flag := func(n Name, has Fields, attr Attributes) {
		if val, ok := field(n); ok {
			d.Has |= has
			if ToBoolean(val) {
				d.Attrs |= attr
			}
		}
	}
	flag(NameEnumerable, HasEnumerable, AttrEnumerable)
	flag(NameConfigurable, HasConfigurable, AttrConfigurable)
	if val, ok := field(NameValue); ok {
		d.Has |= HasValue
		d.Value = val
	}
	flag(NameWritable, HasWritable, AttrWritable)
	if val, ok := field(NameGet); ok {
		if !val.IsUndefined() && !IsCallable(val) {
			return d, a.TypeError("Getter must be a function: %s", a.Describe(val))
		}
		d.Has |= HasGet
		d.Get = val
	}
	if val, ok := field(NameSet); ok {
		if !val.IsUndefined() && !IsCallable(val) {
			return d, a.TypeError("Setter must be a function: %s", a.Describe(val))
		}
		d.Has |= HasSet
		d.Set = val
	}
	if err != nil {
		return d, err
	}
	if d.IsAccessor() && d.IsData() {
		return d, a.TypeError("Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, %s", a.Describe(v))
	}
	return d, nil
}
