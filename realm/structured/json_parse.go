package structured

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// record is a JSON Parse Record: a value with the part of the text it was read
// from, and the records of what it contains.
type record struct {
	value    object.Value
	from, to int
	elements []*record
	entries  []entryRecord
}

type entryRecord struct {
	key    object.PropertyKey
	record *record
}

// 25.5.2 JSON.parse ( text [ , reviver ] ), https://tc39.es/ecma262/#sec-json.parse
func jsonParse(c *object.Call) (object.Value, error) {
	a := c.Agent
	text, err := object.ToString(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	reviver := c.Arg(1)
	revive := object.IsCallable(reviver)
	v, rec, err := parseText(a, text, revive)
	if err != nil || !revive {
		return v, err
	}
	root := a.NewObject(c.Intrinsic(object.IntrinsicObjectPrototype))
	if err := root.CreateDataPropertyOrThrow(a, a.StringKey(jstring.Empty), v); err != nil {
		return object.Undefined, err
	}
	in := &internalizer{a: a, realm: c.Realm(), text: text, reviver: reviver}
	return in.property(root, a.StringKey(jstring.Empty), rec)
}

// internalizer runs a reviver over a value.
type internalizer struct {
	a       *object.Agent
	realm   *object.Realm
	text    *jstring.String
	reviver object.Value
}

var nameSource = object.DeclareName("source")

// 25.5.2.2 InternalizeJSONProperty ( holder, name, reviver, parseRecord ), https://tc39.es/ecma262/#sec-internalizejsonproperty
// rec is nil where the value is not the one that was read.
func (in *internalizer) property(holder *object.Object, name object.PropertyKey, rec *record) (object.Value, error) {
	a := in.a
	if err := a.EnterNative(); err != nil {
		return object.Undefined, err
	}
	defer a.LeaveNative()
	val, err := holder.Get(a, name)
	if err != nil {
		return object.Undefined, err
	}
	if rec != nil && !object.SameValue(rec.value, val) {
		rec = nil
	}
	context := a.NewObject(in.realm.Intrinsic(object.IntrinsicObjectPrototype))
	if o := val.ObjectOrNil(); o != nil {
		err = in.contents(o, rec)
	} else if rec != nil {
		source := in.text.Substring(rec.from, rec.to)
		err = context.CreateDataPropertyOrThrow(a, a.NameKey(nameSource), object.Str(source))
	}
	if err != nil {
		return object.Undefined, err
	}
	return a.Call(in.reviver, object.Obj(holder), name.Value(), val, object.Obj(context))
}

// contents internalizes the elements or properties of o.
func (in *internalizer) contents(o *object.Object, rec *record) error {
	a := in.a
	isArray, err := object.IsArray(a, object.Obj(o))
	if err != nil {
		return err
	}
	if isArray {
		n, err := object.LengthOfArrayLike(a, o)
		if err != nil {
			return err
		}
		for i := int64(0); i < n; i++ {
			if err := a.Tick(1); err != nil {
				return err
			}
			k, err := object.ToPropertyKey(a, object.Number(float64(i)))
			if err != nil {
				return err
			}
			var element *record
			if rec != nil && i < int64(len(rec.elements)) {
				element = rec.elements[i]
			}
			if err := in.replace(o, k, element); err != nil {
				return err
			}
		}
		return nil
	}
	keys, err := object.EnumerableOwnProperties(a, o, object.EnumerateKeys)
	if err != nil {
		return err
	}
	var entries map[object.PropertyKey]*record
	if rec != nil {
		entries = make(map[object.PropertyKey]*record, len(rec.entries))
		for _, e := range rec.entries {
			entries[e.key] = e.record
		}
	}
	for _, name := range keys {
		if err := a.Tick(1); err != nil {
			return err
		}
		k, err := object.ToPropertyKey(a, name)
		if err != nil {
			return err
		}
		if err := in.replace(o, k, entries[k]); err != nil {
			return err
		}
	}
	return nil
}

// replace internalizes one property and stores what the reviver returns.
func (in *internalizer) replace(o *object.Object, k object.PropertyKey, rec *record) error {
	v, err := in.property(o, k, rec)
	if err != nil {
		return err
	}
	if v.IsUndefined() {
		_, err = o.Delete(in.a, k)
	} else {
		_, err = o.CreateDataProperty(in.a, k, v)
	}
	return err
}

// ParseJSON is 25.5.2.1 without a reviver, in the current realm.
func ParseJSON(a *object.Agent, text *jstring.String) (object.Value, error) {
	v, _, err := parseText(a, text, false)
	return v, err
}
