package text

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/regexp"
	"github.com/burrowjs/burrow/regexp/syntax"
)

// 22.2.7.1 RegExpExec ( R, S ), https://tc39.es/ecma262/#sec-regexpexec
func regExpExec(c *object.Call, r *object.Object, s *jstring.String) (object.Value, error) {
	a := c.Agent
	d := regExpOf(object.Obj(r))
	// OPT: exec would be found unchanged and called (testdata/regress/214_regexp_pristine.js).
	if d != nil && d.realm.realm == c.Realm() && d.realm.pristine(r) {
		return regExpBuiltinExec(d.realm, r, d, s)
	}
	exec, err := r.Get(a, a.NameKey(nameExec))
	if err != nil {
		return object.Undefined, err
	}
	if object.IsCallable(exec) {
		result, err := a.Call(exec, object.Obj(r), object.Str(s))
		if err != nil {
			return object.Undefined, err
		}
		if !result.IsObject() && !result.IsNull() {
			return object.Undefined, a.TypeError("RegExp exec method returned something other than an Object or null")
		}
		return result, nil
	}
	if d == nil {
		return object.Undefined, a.TypeError("Receiver is not a RegExp")
	}
	return regExpBuiltinExec(regExpRealmOf(c.Realm()), r, d, s)
}

// 22.2.7.2 RegExpBuiltinExec ( R, S ), https://tc39.es/ecma262/#sec-regexpbuiltinexec
func regExpBuiltinExec(realm *regExpRealm, r *object.Object, d *regExp, s *jstring.String) (object.Value, error) {
	captures, ok, err := execRaw(realm, r, d, s, (*regexp.Program).Match)
	if err != nil || !ok {
		return object.Null, err
	}
	return realm.result(d.program, d.flags, s, captures)
}

// execRaw is steps 1 to 23 of RegExpBuiltinExec: it matches from lastIndex and
// updates it.
func execRaw(realm *regExpRealm, r *object.Object, d *regExp, s *jstring.String, match matchFunction) ([]int, bool, error) {
	a := realm.matching.agent
	lastIndex := int64(0)
	if v := *r.SlotAt(lastIndexSlot); v.IsInt() {
		lastIndex = int64(max(v.AsInt(), 0))
	} else {
		var err error
		if lastIndex, err = object.ToLength(a, v.Clean()); err != nil {
			return nil, false, err
		}
	}
	stateful := d.flags&(syntax.Global|syntax.Sticky) != 0
	if !stateful {
		lastIndex = 0
	}
	var captures []int
	ok := false
	if lastIndex <= int64(s.Len()) {
		var err error
		if captures, ok, err = realm.matching.run(match, d.program, s, int(lastIndex)); err != nil {
			return nil, false, err
		}
	}
	if !ok {
		if stateful {
			return nil, false, setLastIndex(a, r, 0)
		}
		return nil, false, nil
	}
	if stateful {
		if err := setLastIndex(a, r, captures[1]); err != nil {
			return nil, false, err
		}
	}
	realm.updateLegacy(d, s, captures[0], captures[1])
	return captures, true, nil
}

// result makes the array that describes a match (steps 24 to 40 of RegExpBuiltinExec).
func (r *regExpRealm) result(p *regexp.Program, flags syntax.Flags, s *jstring.String, captures []int) (object.Value, error) {
	a := r.matching.agent
	if err := a.Charge(256 + 28*len(captures)); err != nil {
		return object.Undefined, err
	}
	groups := object.Undefined
	names := p.GroupNames()
	shape := r.resultShape[2]
	if flags&syntax.HasIndices != 0 {
		shape = r.resultShape[3]
	}
	o, vs := a.NewArrayWithShape(shape, len(captures)/2)
	parts := jstring.Parts{Source: s}
	if len(vs) > 2 {
		parts.Expect(captures[0], captures[1], len(vs))
	}
	for i := range vs {
		vs[i] = object.Undefined
		if from := captures[2*i]; from >= 0 {
			vs[i] = object.Str(parts.Substring(from, captures[2*i+1]))
		}
	}
	if len(names) > 0 {
		groups = namedGroups(a, names, vs)
	}
	o.InitSlot(0, object.IntN(captures[0]))
	o.InitSlot(1, object.Str(s))
	o.InitSlot(2, groups)
	if flags&syntax.HasIndices != 0 {
		o.InitSlot(3, r.indices(names, captures))
	}
	return object.Obj(o), nil
}

// namedGroups makes the object of named captures out of the values of all.
func namedGroups(a *object.Agent, names []syntax.GroupName, vs []object.Value) object.Value {
	groups := a.NewObject(nil)
	for i := range names {
		v := object.Undefined
		for _, j := range names[i].Indices {
			if !vs[j].IsUndefined() {
				v = vs[j]
			}
		}
		k := a.StringKey(names[i].Name)
		groups.AppendProperty(a, k, v, object.AttrDefault)
	}
	return object.Obj(groups)
}

// 22.2.7.8 MakeMatchIndicesIndexPairArray ( S, indices, groupNames, hasGroups ), https://tc39.es/ecma262/#sec-makematchindicesindexpairarray
func (r *regExpRealm) indices(names []syntax.GroupName, captures []int) object.Value {
	a := r.matching.agent
	proto := r.resultShape[0].Proto()
	array := func(vs []object.Value) *object.Object {
		o := a.NewArrayWithProto(proto)
		o.Elements().InitValues(vs)
		return o
	}
	vs := make([]object.Value, len(captures)/2)
	for i := range vs {
		vs[i] = object.Undefined
		if captures[2*i] >= 0 {
			// 22.2.7.7 GetMatchIndexPair ( S, match ), https://tc39.es/ecma262/#sec-getmatchindexpair
			vs[i] = object.Obj(array([]object.Value{object.IntN(captures[2*i]), object.IntN(captures[2*i+1])}))
		}
	}
	groups := object.Undefined
	if len(names) > 0 {
		groups = namedGroups(a, names, vs)
	}
	o := array(vs)
	o.AppendProperty(a, a.NameKey(object.NameGroups), groups, object.AttrDefault)
	return object.Obj(o)
}

// 22.2.7.3 AdvanceStringIndex ( S, index, unicode ), https://tc39.es/ecma262/#sec-advancestringindex
func advanceStringIndex(s *jstring.String, index int64, unicode bool) int64 {
	if !unicode || index+1 >= int64(s.Len()) {
		return index + 1
	}
	_, n := s.CodePointAt(int(index))
	return index + int64(n)
}
