package text

import (
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

var (
	nameFlags       = object.DeclareName("flags")
	nameGlobal      = object.DeclareName("global")
	nameIgnoreCase  = object.DeclareName("ignoreCase")
	nameMultiline   = object.DeclareName("multiline")
	nameDotAll      = object.DeclareName("dotAll")
	nameUnicode     = object.DeclareName("unicode")
	nameUnicodeSets = object.DeclareName("unicodeSets")
	nameSticky      = object.DeclareName("sticky")
	nameHasIndices  = object.DeclareName("hasIndices")
	nameLastIndex   = object.DeclareName("lastIndex")
	nameSource      = object.DeclareName("source")
	nameExec        = object.DeclareName("exec")
	nameIndices     = object.DeclareName("indices")
)

// regExpRealm is what a realm keeps for its RegExp objects.
type regExpRealm struct {
	realm    *object.Realm
	matching *matching

	shape       *object.Shape    // RegExp objects with lastIndex only
	resultShape [4]*object.Shape // match results with index; input; groups; indices

	legacy legacyStatics

	// The prototype and constructor, when they were last found as they were
	// made: their shapes, and what the slots that matter held.
	proto, constructor           *object.Object
	protoShape, constructorShape *object.Shape
	slots                        [len(protoProps)]watchedSlot
	species                      watchedSlot
}

type watchedSlot struct {
	slot uint32
	ref  unsafe.Pointer
}

type regExpRealmKey struct{}

func regExpRealmOf(realm *object.Realm) *regExpRealm {
	if r, ok := realm.ChapterData[regExpRealmKey{}].(*regExpRealm); ok {
		return r
	}
	a := realm.Agent
	proto := realm.Intrinsic(object.IntrinsicRegExpPrototype)
	r := &regExpRealm{realm: realm, matching: matchingOf(a), proto: proto}
	r.shape = a.ShapeWith(a.RootShape(object.ClassRegExp, proto), object.AttrWritable, a.NameKey(nameLastIndex))
	s := a.RootShape(object.ClassArray, realm.Intrinsic(object.IntrinsicArrayPrototype))
	for i, n := range [...]object.Name{object.NameIndex, object.NameInput, object.NameGroups, nameIndices} {
		s = a.ShapeWith(s, object.AttrDefault, a.NameKey(n))
		r.resultShape[i] = s
	}
	r.legacy.reset()
	if realm.ChapterData == nil {
		realm.ChapterData = map[any]any{}
	}
	realm.ChapterData[regExpRealmKey{}] = r
	return r
}

// protoProp is a property of %RegExp.prototype% that exec and the symbol methods
// use, with the code it was made with (nil: it is %RegExp%).
type protoProp struct {
	name object.Name
	fn   object.NativeFunction
}

var protoProps [11]protoProp

func init() {
	protoProps = [...]protoProp{
		{nameExec, regExpPrototypeExec},
		{nameFlags, regExpPrototypeFlags},
		{nameGlobal, regExpPrototypeFlag},
		{nameIgnoreCase, regExpPrototypeFlag},
		{nameMultiline, regExpPrototypeFlag},
		{nameDotAll, regExpPrototypeFlag},
		{nameUnicode, regExpPrototypeFlag},
		{nameUnicodeSets, regExpPrototypeFlag},
		{nameSticky, regExpPrototypeFlag},
		{nameHasIndices, regExpPrototypeFlag},
		{object.NameConstructor, nil},
	}
}

// pristine reports whether o behaves as if it had no methods that scripts can
// replace: it has no properties of its own but lastIndex, which is writable,
// and exec, flags and the flag getters of its prototype are the built-in ones.
// testdata/regress/214_regexp_pristine.js compares with objects that are not, and changes each.
func (r *regExpRealm) pristine(o *object.Object) bool {
	if o.Shape() != r.shape {
		return false
	}
	if r.proto.Shape() == r.protoShape {
		for i := range r.slots {
			if w := &r.slots[i]; r.proto.SlotAt(w.slot).Ref() != w.ref {
				return r.check()
			}
		}
		return true
	}
	return r.check()
}

// pristineSpecies reports whether SpeciesConstructor finds %RegExp% for pristine objects.
func (r *regExpRealm) pristineSpecies() bool {
	if r.constructor == nil || r.constructor.Shape() != r.constructorShape {
		return r.checkSpecies()
	}
	return r.constructor.SlotAt(r.species.slot).Ref() == r.species.ref || r.checkSpecies()
}

func (r *regExpRealm) check() bool {
	a := r.realm.Agent
	r.protoShape = nil
	for i := range protoProps {
		p := &protoProps[i]
		k := a.NameKey(p.name)
		d, ok, err := r.proto.GetOwnProperty(a, k)
		if !ok || err != nil {
			return false
		}
		if p.fn == nil {
			if d.Value.ObjectOrNil() != r.realm.Intrinsic(object.IntrinsicRegExp) {
				return false
			}
		} else if f := d.Value; d.IsAccessor() && !r.isNative(d.Get, p.fn) || !d.IsAccessor() && !r.isNative(f, p.fn) {
			return false
		}
		if p.fn != nil && d.IsAccessor() && p.name != nameExec && p.name != nameFlags && !r.isFlagGetter(d.Get, p.name) {
			return false
		}
		found := r.proto.LookupForCache(a, k)
		if found.Kind == object.CacheNone || found.Holder != nil {
			return false
		}
		r.slots[i] = watchedSlot{found.Slot, r.proto.SlotAt(found.Slot).Ref()}
	}
	// From here on a change of the shape makes a new one.
	r.proto.Shape().MarkCached()
	r.protoShape = r.proto.Shape()
	return true
}

func (r *regExpRealm) checkSpecies() bool {
	a := r.realm.Agent
	r.constructor = r.realm.Intrinsic(object.IntrinsicRegExp)
	r.constructorShape = nil
	k := object.SymbolKey(object.SymbolSpecies)
	d, ok, err := r.constructor.GetOwnProperty(a, k)
	if !ok || err != nil || !d.IsAccessor() {
		return false
	}
	f := d.Get.ObjectOrNil()
	if f == nil || f.Kind() != object.KindNative || object.Payload[object.Native](f).Magic != object.MagicSpecies {
		return false
	}
	found := r.constructor.LookupForCache(a, k)
	if found.Kind != object.CacheGetter || found.Holder != nil {
		return false
	}
	r.constructor.Shape().MarkCached()
	r.constructorShape = r.constructor.Shape()
	r.species = watchedSlot{found.Slot, r.constructor.SlotAt(found.Slot).Ref()}
	return true
}

// isNative reports whether v is a function of this realm with the given code.
func (r *regExpRealm) isNative(v object.Value, fn object.NativeFunction) bool {
	f := v.ObjectOrNil()
	if f == nil || f.Kind() != object.KindNative {
		return false
	}
	n := object.Payload[object.Native](f)
	return n.Realm == r.realm && *(*unsafe.Pointer)(unsafe.Pointer(&n.Fn)) == *(*unsafe.Pointer)(unsafe.Pointer(&fn))
}

// isFlagGetter reports whether a getter, one of the flags' own, is in its own place.
func (r *regExpRealm) isFlagGetter(v object.Value, name object.Name) bool {
	return flagProps[object.Payload[object.Native](v.AsObject()).Magic].name == name
}
