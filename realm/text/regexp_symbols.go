package text

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/regexp"
	"github.com/burrowjs/burrow/regexp/syntax"
)

// The methods of RegExp.prototype that String methods call by symbols. Each
// has the steps of the specification, which look everything up, and a short cut
// for pristine objects that works on captures.

// fast returns the payload of o if it is pristine and lastIndex is a number
// whose conversion runs no script.
func fast(c *object.Call, o *object.Object) *regExp {
	d := regExpOf(object.Obj(o))
	if d == nil || d.realm.realm != c.Realm() || !d.realm.pristine(o) || !o.SlotAt(lastIndexSlot).IsInt() {
		return nil
	}
	return d
}

// flagsText is ToString(Get(o, "flags")).
func flagsText(a *object.Agent, o *object.Object) (*jstring.String, error) {
	v, err := o.Get(a, a.NameKey(nameFlags))
	if err != nil {
		return nil, err
	}
	return object.ToString(a, v)
}

func isUnicodeMode(flags *jstring.String) bool { return hasFlag(flags, 'u') || hasFlag(flags, 'v') }

// getLastIndex is ToLength(Get(o, "lastIndex")).
func getLastIndex(a *object.Agent, o *object.Object) (int64, error) {
	v, err := o.Get(a, a.NameKey(nameLastIndex))
	if err != nil {
		return 0, err
	}
	return object.ToLength(a, v)
}

// putLastIndex is Set(o, "lastIndex", n, true) for any object.
func putLastIndex(a *object.Agent, o *object.Object, n int64) error {
	return o.Set(a, a.NameKey(nameLastIndex), object.IntN(int(n)), true)
}

// matchText is ToString(Get(result, "0")).
func matchText(a *object.Agent, result *object.Object) (*jstring.String, error) {
	v, err := result.Get(a, object.IndexKey(0))
	if err != nil {
		return nil, err
	}
	return object.ToString(a, v)
}

// skipEmpty moves lastIndex on behind an empty match of a global expression.
func skipEmpty(a *object.Agent, o *object.Object, s *jstring.String, unicode bool) error {
	i, err := getLastIndex(a, o)
	if err != nil {
		return err
	}
	return putLastIndex(a, o, advanceStringIndex(s, i, unicode))
}

// 22.2.6.8 RegExp.prototype [ %Symbol.match% ] ( string ), https://tc39.es/ecma262/#sec-regexp.prototype-%symbol.match%
func regExpPrototypeMatch(c *object.Call) (object.Value, error) {
	a := c.Agent
	rx, s, err := thisAndString(c, "@@match")
	if err != nil {
		return object.Undefined, err
	}
	p := pieces{a: a, s: s}
	if d := fast(c, rx); d != nil {
		if d.flags&syntax.Global == 0 {
			return regExpBuiltinExec(d.realm, rx, d, s)
		}
		// OPT: pristine, so that only the whole matches are needed.
		w := globalWalk{d: d, rx: rx, s: s, match: (*regexp.Program).Test}
		for {
			captures, ok, err := w.next()
			if err != nil {
				return object.Undefined, err
			}
			if !ok {
				break
			}
			if err := p.add(captures[0], captures[1]); err != nil {
				return object.Undefined, err
			}
		}
	} else {
		flags, err := flagsText(a, rx)
		if err != nil {
			return object.Undefined, err
		}
		if !hasFlag(flags, 'g') {
			return regExpExec(c, rx, s)
		}
		if err := putLastIndex(a, rx, 0); err != nil {
			return object.Undefined, err
		}
		for {
			result, err := regExpExec(c, rx, s)
			if err != nil {
				return object.Undefined, err
			}
			if result.IsNull() {
				break
			}
			text, err := matchText(a, result.AsObject())
			if err != nil {
				return object.Undefined, err
			}
			if err := p.push(object.Str(text)); err != nil {
				return object.Undefined, err
			}
			if text.Len() == 0 {
				if err := skipEmpty(a, rx, s, isUnicodeMode(flags)); err != nil {
					return object.Undefined, err
				}
			}
		}
	}
	if len(p.list) == 0 {
		return object.Null, nil
	}
	return p.array(), nil
}

// globalWalk goes through all matches of a pristine global expression. Between
// calls of next no script runs.
type globalWalk struct {
	d     *regExp
	rx    *object.Object
	s     *jstring.String
	match matchFunction
	from  int64

	started    bool
	start, end int // of the last match
}

func (w *globalWalk) next() ([]int, bool, error) {
	r := w.d.realm
	if w.from <= int64(w.s.Len()) {
		captures, ok, err := r.matching.run(w.match, w.d.program, w.s, int(w.from))
		if err != nil {
			return nil, false, err
		}
		if ok {
			w.started, w.start, w.end = true, captures[0], captures[1]
			if w.from = int64(w.end); w.start == w.end {
				w.from = advanceStringIndex(w.s, w.from, w.d.flags.UnicodeMode())
			}
			return captures, true, nil
		}
	}
	if w.started {
		r.updateLegacy(w.d, w.s, w.start, w.end)
	}
	return nil, false, setLastIndex(r.matching.agent, w.rx, 0)
}

// 22.2.6.12 RegExp.prototype [ %Symbol.search% ] ( string ), https://tc39.es/ecma262/#sec-regexp.prototype-%symbol.search%
func regExpPrototypeSearch(c *object.Call) (object.Value, error) {
	a := c.Agent
	rx, s, err := thisAndString(c, "@@search")
	if err != nil {
		return object.Undefined, err
	}
	if d := fast(c, rx); d != nil {
		// OPT: lastIndex would be set to 0 and back.
		captures, ok, err := d.realm.matching.run((*regexp.Program).Test, d.program, s, 0)
		if err != nil || !ok {
			return object.Int(-1), err
		}
		d.realm.updateLegacy(d, s, captures[0], captures[1])
		return object.IntN(captures[0]), nil
	}
	k := a.NameKey(nameLastIndex)
	previous, err := rx.Get(a, k)
	if err != nil {
		return object.Undefined, err
	}
	if !object.SameValue(previous, object.Int(0)) {
		if err := putLastIndex(a, rx, 0); err != nil {
			return object.Undefined, err
		}
	}
	result, err := regExpExec(c, rx, s)
	if err != nil {
		return object.Undefined, err
	}
	current, err := rx.Get(a, k)
	if err != nil {
		return object.Undefined, err
	}
	if !object.SameValue(current, previous) {
		if err := rx.Set(a, k, previous, true); err != nil {
			return object.Undefined, err
		}
	}
	if result.IsNull() {
		return object.Int(-1), nil
	}
	return result.AsObject().Get(a, a.NameKey(object.NameIndex))
}

// 22.2.6.9 RegExp.prototype [ %Symbol.matchAll% ] ( string ), https://tc39.es/ecma262/#sec-regexp-prototype-%symbol.matchall%
func regExpPrototypeMatchAll(c *object.Call) (object.Value, error) {
	a := c.Agent
	r, s, err := thisAndString(c, "@@matchAll")
	if err != nil {
		return object.Undefined, err
	}
	matcher, flags, err := speciesCopy(c, r, false)
	if err != nil {
		return object.Undefined, err
	}
	lastIndex, err := getLastIndex(a, r)
	if err != nil {
		return object.Undefined, err
	}
	if err := putLastIndex(a, matcher, lastIndex); err != nil {
		return object.Undefined, err
	}
	it := &regExpStringIterator{matcher: matcher, s: s, global: hasFlag(flags, 'g'), unicode: isUnicodeMode(flags)}
	return object.Obj(object.New(a, classRegExpStringIterator, c.Intrinsic(intrinsicRegExpStringIteratorPrototype), it)), nil
}

// speciesCopy makes a new expression from r with its species constructor, which
// is sticky if that is wanted.
func speciesCopy(c *object.Call, r *object.Object, sticky bool) (*object.Object, *jstring.String, error) {
	a := c.Agent
	constructor, err := object.SpeciesConstructor(a, r, object.IntrinsicRegExp)
	if err != nil {
		return nil, nil, err
	}
	flags, err := flagsText(a, r)
	if err != nil {
		return nil, nil, err
	}
	newFlags := flags
	if sticky && !hasFlag(flags, 'y') {
		if newFlags, err = concat(a, flags, jstring.FromUnit('y')); err != nil {
			return nil, nil, err
		}
	}
	o, err := a.Construct(constructor, nil, object.Obj(r), object.Str(newFlags))
	return o, flags, err
}

// 22.2.6.14 RegExp.prototype [ %Symbol.split% ] ( string, limit ), https://tc39.es/ecma262/#sec-regexp.prototype-%symbol.split%
func regExpPrototypeSplit(c *object.Call) (object.Value, error) {
	a := c.Agent
	rx, s, err := thisAndString(c, "@@split")
	if err != nil {
		return object.Undefined, err
	}
	if d := fast(c, rx); d != nil && d.realm.pristineSpecies() && (c.Arg(1).IsUndefined() || c.Arg(1).IsNumber()) {
		return splitFast(d, s, c.Arg(1))
	}
	splitter, flags, err := speciesCopy(c, rx, true)
	if err != nil {
		return object.Undefined, err
	}
	unicode := isUnicodeMode(flags)
	limit := uint32(1<<32 - 1)
	if v := c.Arg(1); !v.IsUndefined() {
		if limit, err = object.ToUint32(a, v); err != nil {
			return object.Undefined, err
		}
	}
	out := pieces{a: a, s: s}
	if limit == 0 {
		return out.array(), nil
	}
	if s.Len() == 0 {
		z, err := regExpExec(c, splitter, s)
		if err == nil && z.IsNull() {
			err = out.push(object.Str(s))
		}
		return out.array(), err
	}
	p, q := int64(0), int64(0)
	size := int64(s.Len())
	for q < size {
		if err := a.Tick(1); err != nil {
			return object.Undefined, err
		}
		if err := putLastIndex(a, splitter, q); err != nil {
			return object.Undefined, err
		}
		z, err := regExpExec(c, splitter, s)
		if err != nil {
			return object.Undefined, err
		}
		if z.IsNull() {
			q = advanceStringIndex(s, q, unicode)
			continue
		}
		e, err := getLastIndex(a, splitter)
		if err != nil {
			return object.Undefined, err
		}
		if e = min(e, size); e == p {
			q = advanceStringIndex(s, q, unicode)
			continue
		}
		if err := out.add(int(p), int(q)); err != nil {
			return object.Undefined, err
		}
		if len(out.list) >= int(limit) {
			return out.array(), nil
		}
		p = e
		n, err := object.LengthOfArrayLike(a, z.AsObject())
		if err != nil {
			return object.Undefined, err
		}
		for i := int64(1); i < n; i++ {
			k, err := object.ToPropertyKey(a, object.IntN(int(i)))
			if err != nil {
				return object.Undefined, err
			}
			v, err := z.AsObject().Get(a, k)
			if err != nil {
				return object.Undefined, err
			}
			if err := out.push(v.Clean()); err != nil {
				return object.Undefined, err
			}
			if len(out.list) >= int(limit) {
				return out.array(), nil
			}
		}
		q = p
	}
	if err := out.add(int(p), s.Len()); err != nil {
		return object.Undefined, err
	}
	return out.array(), nil
}

// splitFast is the same for a pristine expression, whose copy nobody would see.
//
// OPT: instead of a sticky match at each index it searches for the next match,
// which is the one that the sticky matches would come to.
func splitFast(d *regExp, s *jstring.String, limitValue object.Value) (object.Value, error) {
	m := d.realm.matching
	limit := uint32(1<<32 - 1)
	if !limitValue.IsUndefined() {
		limit = object.Uint32OfFloat(limitValue.AsNumber())
	}
	out := pieces{a: m.agent, s: s}
	if limit == 0 {
		return out.array(), nil
	}
	unicode := d.flags.UnicodeMode()
	if s.Len() == 0 {
		captures, ok, err := m.run((*regexp.Program).MatchAt, d.program, s, 0)
		if err != nil {
			return object.Undefined, err
		}
		if ok {
			d.realm.updateLegacy(&regExp{program: d.program, realm: d.realm, legacy: true}, s, captures[0], captures[1])
			return out.array(), nil
		}
		err = out.push(object.Str(s))
		return out.array(), err
	}
	p, q := 0, int64(0)
	for q < int64(s.Len()) {
		captures, ok, err := m.run((*regexp.Program).Search, d.program, s, int(q))
		if err != nil {
			return object.Undefined, err
		}
		if !ok || captures[0] >= s.Len() {
			break
		}
		start, e := captures[0], captures[1]
		d.realm.updateLegacy(&regExp{program: d.program, realm: d.realm, legacy: true}, s, start, e)
		if e == p {
			q = advanceStringIndex(s, int64(start), unicode)
			continue
		}
		// Charges may run what is posted to the agent, which may match.
		captures = append([]int(nil), captures...)
		if err := out.add(p, start); err != nil {
			return object.Undefined, err
		}
		if len(out.list) >= int(limit) {
			return out.array(), nil
		}
		p = e
		for i := 2; i < len(captures); i += 2 {
			if captures[i] < 0 {
				err = out.push(object.Undefined)
			} else {
				err = out.add(captures[i], captures[i+1])
			}
			if err != nil {
				return object.Undefined, err
			}
			if len(out.list) >= int(limit) {
				return out.array(), nil
			}
		}
		q = int64(p)
	}
	if err := out.add(p, s.Len()); err != nil {
		return object.Undefined, err
	}
	return out.array(), nil
}
