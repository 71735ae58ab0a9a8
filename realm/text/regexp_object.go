package text

import (
	"unsafe"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/regexp"
	"github.com/burrowjs/burrow/regexp/syntax"
)

// regExp is the payload of RegExp objects: [[RegExpMatcher]],
// [[OriginalSource]], [[OriginalFlags]] and [[Realm]].
type regExp struct {
	program *regexp.Program // nil until the object is initialized
	source  *jstring.String
	flags   syntax.Flags
	realm   *regExpRealm
	legacy  bool // [[LegacyFeaturesEnabled]]: made by %RegExp% itself
}

func init() {
	object.ClassRegExp.Trace = func(o *object.Object, v object.Visitor) {
		if d := object.Payload[regExp](o); d != nil && d.source != nil {
			v.Value(object.Str(d.source))
			if d.program != nil {
				v.Shared(unsafe.Pointer(d.program), d.program.Size())
			}
		}
	}
	object.ClassRegExp.Size = func(o *object.Object) int { return int(unsafe.Sizeof(regExp{})) }

	interp.RegExpHook = func(r *object.Realm, pattern, flags *jstring.String) (*object.Object, error) {
		return newRegExp(regExpRealmOf(r), pattern, flags)
	}
}

// regExpOf returns the payload of v if it is a RegExp object, else nil.
func regExpOf(v object.Value) *regExp { return object.PayloadOf[regExp](v, object.ClassRegExp) }

const lastIndexSlot = 0 // lastIndex is the first property and cannot be deleted

// newRegExp returns a RegExp object as a literal makes it.
func newRegExp(r *regExpRealm, pattern, flags *jstring.String) (*object.Object, error) {
	program, err := r.matching.program(pattern, flags)
	if err != nil {
		return nil, err
	}
	if err := r.matching.agent.Charge(112); err != nil {
		return nil, err
	}
	o := object.NewWithShape(r.shape, 1)
	o.InitSlot(lastIndexSlot, object.Int(0))
	o.SetExt(unsafe.Pointer(&regExp{program: program, source: pattern, flags: program.Flags(), realm: r, legacy: true}))
	return o, nil
}

// 22.2.3.1 RegExpCreate ( P, F ), https://tc39.es/ecma262/#sec-regexpcreate
func regExpCreate(a *object.Agent, realm *object.Realm, p, f object.Value) (*object.Object, error) {
	pattern, flags, err := patternAndFlags(a, p, f)
	if err != nil {
		return nil, err
	}
	return newRegExp(regExpRealmOf(realm), pattern, flags)
}

// 22.2.3.2 RegExpAlloc ( newTarget ), https://tc39.es/ecma262/#sec-regexpalloc
func regExpAlloc(c *object.Call, newTarget *object.Object) (*object.Object, error) {
	r := regExpRealmOf(c.Realm())
	payload := &regExp{realm: r, source: jstring.Empty, legacy: newTarget == c.Intrinsic(object.IntrinsicRegExp)}
	o, err := object.OrdinaryCreateFromConstructor(c.Agent, newTarget, object.IntrinsicRegExpPrototype,
		object.ClassRegExp, unsafe.Pointer(payload))
	if err != nil {
		return nil, err
	}
	if o.Shape().Proto() == r.shape.Proto() && o.Shape().SlotCount() == 0 {
		o.PushSlot(lastIndexSlot, object.Int(0), r.shape)
		return o, nil
	}
	return o, o.DefineValue(c.Agent, c.Agent.NameKey(nameLastIndex), object.Int(0), object.AttrWritable)
}

// 22.2.3.3 RegExpInitialize ( obj, pattern, flags ), https://tc39.es/ecma262/#sec-regexpinitialize
func regExpInitialize(a *object.Agent, o *object.Object, p, f object.Value) (object.Value, error) {
	pattern, flags, err := patternAndFlags(a, p, f)
	if err != nil {
		return object.Undefined, err
	}
	d := object.Payload[regExp](o)
	program, err := d.realm.matching.program(pattern, flags)
	if err != nil {
		return object.Undefined, err
	}
	d.program, d.source, d.flags = program, pattern, program.Flags()
	return object.Obj(o), setLastIndex(a, o, 0)
}

func patternAndFlags(a *object.Agent, p, f object.Value) (pattern, flags *jstring.String, err error) {
	pattern, flags = jstring.Empty, jstring.Empty
	if !p.IsUndefined() {
		if pattern, err = object.ToString(a, p); err != nil {
			return nil, nil, err
		}
	}
	if !f.IsUndefined() {
		flags, err = object.ToString(a, f)
	}
	return pattern, flags, err
}

// setLastIndex is Set(o, "lastIndex", n, true).
func setLastIndex(a *object.Agent, o *object.Object, n int) error {
	// OPT: an ordinary RegExp, whose lastIndex is a writable data property.
	if d := object.Payload[regExp](o); o.Shape() == d.realm.shape {
		o.SlotAt(lastIndexSlot).SetHeap(object.IntN(n))
		return nil
	}
	return o.Set(a, a.NameKey(nameLastIndex), object.IntN(n), true)
}
