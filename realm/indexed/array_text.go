package indexed

import (
	"slices"
	"strconv"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// intrinsicArrayPrototypeToString is shared with %TypedArray%.prototype.
var intrinsicArrayPrototypeToString = object.DeclareIntrinsic("Array.prototype.toString")

var (
	nameJoin           = object.DeclareName("join")
	nameToLocaleString = object.DeclareName("toLocaleString")
)

func init() {
	object.DefineIntrinsic(intrinsicArrayPrototypeToString, object.Spec{Fn: arrayPrototypeToString, Name: "toString"})
}

// joining is the stack of objects that join is working on in a realm.
type joining struct{ objects []*object.Object }

type joiningKey struct{}

// enterJoin reports whether o is being joined already.
//
// HOST: the specification recurses without end on an array that contains itself;
// here, as in other engines, the inner one gives the empty string.
func enterJoin(r *object.Realm, o *object.Object) (j *joining, cyclic bool) {
	j, _ = r.ChapterData[joiningKey{}].(*joining)
	if j == nil {
		j = &joining{}
		if r.ChapterData == nil {
			r.ChapterData = map[any]any{}
		}
		r.ChapterData[joiningKey{}] = j
	}
	if slices.Contains(j.objects, o) {
		return j, true
	}
	j.objects = append(j.objects, o)
	return j, false
}

func (j *joining) leave() {
	j.objects[len(j.objects)-1] = nil
	j.objects = j.objects[:len(j.objects)-1]
}

// textJoiner collects the parts of a joined string.
type textJoiner struct {
	agent *object.Agent
	b     jstring.Builder
}

func (j *textJoiner) add(s *jstring.String) error {
	if err := j.reserve(s.Len()); err != nil {
		return err
	}
	j.b.Str(s)
	return nil
}

func (j *textJoiner) reserve(n int) error {
	if j.b.Len()+n > jstring.MaxLength {
		return j.agent.RangeError("Invalid string length")
	}
	if err := j.agent.Charge(2 * n); err != nil {
		return err
	}
	return j.agent.Tick(1 + n>>8)
}

// addValue adds an element of join: nothing for undefined and null.
func (j *textJoiner) addValue(v object.Value) error {
	switch {
	case v.IsNullish():
		return nil
	case v.IsInt():
		// OPT: digits without a string in between.
		var digits [16]byte
		d := strconv.AppendInt(digits[:0], int64(v.AsInt()), 10)
		if err := j.reserve(len(d)); err != nil {
			return err
		}
		j.b.ASCII(string(d))
		return nil
	}
	s, err := object.ToString(j.agent, v)
	if err != nil {
		return err
	}
	return j.add(s)
}

// comma is shared by agents, so its hash is computed here.
var comma = func() *jstring.String {
	s := jstring.FromGo(",")
	s.Hash()
	return s
}()

// 23.1.3.18 Array.prototype.join ( separator ), https://tc39.es/ecma262/#sec-array.prototype.join
func arrayPrototypeJoin(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, n, err := thisArrayLike(c, "Array.prototype.join")
	if err != nil {
		return object.Undefined, err
	}
	separator := comma
	if !c.Arg(0).IsUndefined() {
		if separator, err = object.ToString(a, c.Arg(0)); err != nil {
			return object.Undefined, err
		}
	}
	stack, cyclic := enterJoin(c.Realm(), o)
	if cyclic {
		return object.Str(jstring.Empty), nil
	}
	defer stack.leave()
	if n == 1 {
		// OPT: one string needs no copy.
		if v, ok := dense(o, 0); ok && v.IsString() {
			return v, nil
		}
	}
	j := textJoiner{agent: a}
	for k := range n {
		if k > 0 {
			if err := j.add(separator); err != nil {
				return object.Undefined, err
			}
		}
		v, err := getAt(a, o, k)
		if err == nil {
			err = j.addValue(v)
		}
		if err != nil {
			return object.Undefined, err
		}
	}
	return object.Str(j.b.String()), nil
}

// 23.1.3.36 Array.prototype.toString ( ), https://tc39.es/ecma262/#sec-array.prototype.tostring
func arrayPrototypeToString(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, err := thisObject(c, "Array.prototype.toString")
	if err != nil {
		return object.Undefined, err
	}
	f, err := o.Get(a, a.NameKey(nameJoin))
	if err != nil {
		return object.Undefined, err
	}
	if !object.IsCallable(f) {
		return object.ObjectToString(a, object.Obj(o))
	}
	return a.Call(f, object.Obj(o))
}

// 23.1.3.32 Array.prototype.toLocaleString ( ), https://tc39.es/ecma262/#sec-array.prototype.tolocalestring
func arrayPrototypeToLocaleString(c *object.Call) (object.Value, error) {
	o, n, err := thisArrayLike(c, "Array.prototype.toLocaleString")
	if err != nil {
		return object.Undefined, err
	}
	return joinLocale(c, o, n)
}

// joinLocale joins what toLocaleString of each element returns with commas.
func joinLocale(c *object.Call, o *object.Object, n int64) (object.Value, error) {
	a := c.Agent
	stack, cyclic := enterJoin(c.Realm(), o)
	if cyclic {
		return object.Str(jstring.Empty), nil
	}
	defer stack.leave()
	j := textJoiner{agent: a}
	for k := range n {
		if k > 0 {
			if err := j.add(comma); err != nil {
				return object.Undefined, err
			}
		}
		v, err := getAt(a, o, k)
		if err == nil && !v.IsNullish() {
			if v, err = object.Invoke(a, v, a.NameKey(nameToLocaleString)); err == nil {
				var s *jstring.String
				if s, err = object.ToString(a, v); err == nil {
					err = j.add(s)
				}
			}
		}
		if err != nil {
			return object.Undefined, err
		}
	}
	return object.Str(j.b.String()), nil
}
