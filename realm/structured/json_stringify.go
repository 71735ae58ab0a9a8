package structured

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// stringifier is the JSON Serialization Record (25.5.4) and what is remembered
// about shapes on the way.
type stringifier struct {
	a        *object.Agent
	out      jstring.Builder
	charged  int
	replacer object.Value // undefined: none
	list     []object.PropertyKey
	hasList  bool
	gap      *jstring.String
	stack    []level
	plans    map[*object.Shape]*plan
	lastPlan *plan
}

// level is an object that is being written, with the key that led to it.
type level struct {
	object *object.Object
	key    object.PropertyKey
}

var nameToJSON = object.DeclareName("toJSON")

// 25.5.4 JSON.stringify ( value [ , replacer [ , space ] ] ), https://tc39.es/ecma262/#sec-json.stringify
func jsonStringify(c *object.Call) (object.Value, error) {
	a := c.Agent
	s := &stringifier{a: a, replacer: object.Undefined}
	if replacer := c.Arg(1); object.IsCallable(replacer) {
		s.replacer = replacer
	} else if replacer.IsObject() {
		if err := s.readList(replacer); err != nil {
			return object.Undefined, err
		}
	}
	var err error
	if s.gap, err = gapOf(a, c.Arg(2)); err != nil {
		return object.Undefined, err
	}
	root, empty := c.Arg(0), a.StringKey(jstring.Empty)
	var holder *object.Object
	if !s.replacer.IsUndefined() {
		// Without a replacer function nobody sees the wrapper.
		holder = a.NewObject(c.Intrinsic(object.IntrinsicObjectPrototype))
		if err := holder.CreateDataPropertyOrThrow(a, empty, root); err != nil {
			return object.Undefined, err
		}
	}
	v, err := s.prepare(holder, empty, root)
	if err != nil || isLeftOut(v) {
		return object.Undefined, err
	}
	if err := s.write(empty, v); err != nil {
		return object.Undefined, err
	}
	if err := s.account(); err != nil {
		return object.Undefined, err
	}
	return object.Str(s.out.String()), nil
}

// readList makes the property list of a replacer that is an array (step 4.b).
func (s *stringifier) readList(replacer object.Value) error {
	a := s.a
	isArray, err := object.IsArray(a, replacer)
	if err != nil || !isArray {
		return err
	}
	s.hasList = true
	o := replacer.AsObject()
	n, err := object.LengthOfArrayLike(a, o)
	if err != nil {
		return err
	}
	seen := map[object.PropertyKey]bool{}
	for i := int64(0); i < n; i++ {
		if err := a.Tick(1); err != nil {
			return err
		}
		k, err := object.ToPropertyKey(a, object.Number(float64(i)))
		if err != nil {
			return err
		}
		v, err := o.Get(a, k)
		if err != nil {
			return err
		}
		if wrapped := v.ObjectOrNil(); wrapped != nil {
			if wrapped.Class() != object.ClassString && wrapped.Class() != object.ClassNumber {
				continue
			}
		} else if !v.IsString() && !v.IsNumber() {
			continue
		}
		text, err := object.ToString(a, v)
		if err != nil {
			return err
		}
		if item := a.StringKey(text); !seen[item] {
			if err := a.Charge(64); err != nil {
				return err
			}
			seen[item] = true
			s.list = append(s.list, item)
		}
	}
	return nil
}

// gapOf returns what indents a level (steps 5 to 8).
func gapOf(a *object.Agent, space object.Value) (*jstring.String, error) {
	if o := space.ObjectOrNil(); o != nil {
		switch o.Class() {
		case object.ClassNumber:
			f, err := object.ToNumber(a, space)
			if err != nil {
				return nil, err
			}
			space = object.Number(f)
		case object.ClassString:
			t, err := object.ToString(a, space)
			if err != nil {
				return nil, err
			}
			space = object.Str(t)
		}
	}
	const most = 10
	switch {
	case space.IsNumber():
		n := object.IntegerOrInfinity(space.AsNumber())
		return jstring.FromGo("          "[:int(max(0, min(n, most)))]), nil
	case space.IsString():
		return space.AsString().Substring(0, min(most, space.AsString().Len())), nil
	}
	return jstring.Empty, nil
}

// prepare is 25.5.4.2 SerializeJSONProperty up to where the type of the value
// decides, https://tc39.es/ecma262/#sec-serializejsonproperty
func (s *stringifier) prepare(holder *object.Object, k object.PropertyKey, v object.Value) (object.Value, error) {
	a := s.a
	if v.IsBigInt() || v.IsObject() && !s.plainObject(v.AsObject()) {
		toJSON, err := object.GetV(a, v, a.NameKey(nameToJSON))
		if err != nil {
			return object.Undefined, err
		}
		if object.IsCallable(toJSON) {
			if v, err = a.Call(toJSON, v, k.Value()); err != nil {
				return object.Undefined, err
			}
		}
	}
	if !s.replacer.IsUndefined() {
		var err error
		if v, err = a.Call(s.replacer, object.Obj(holder), k.Value(), v); err != nil {
			return object.Undefined, err
		}
	}
	o := v.ObjectOrNil()
	if o == nil {
		return v.Clean(), nil
	}
	switch o.Class() {
	case object.ClassNumber:
		return object.ToNumberValue(a, v)
	case object.ClassString:
		t, err := object.ToString(a, v)
		return object.Str(t), err
	case object.ClassBoolean, object.ClassBigInt:
		return object.Payload[object.PrimitiveData](o).Value, nil
	}
	return v, nil
}

// isLeftOut reports whether v has no JSON: properties with it are left out.
func isLeftOut(v object.Value) bool {
	return v.IsUndefined() || v.IsSymbol() || object.IsCallable(v)
}

// write appends the JSON of a prepared value that is not left out.
func (s *stringifier) write(k object.PropertyKey, v object.Value) error {
	switch {
	case v.IsString():
		return s.quote(v.AsString())
	case v.IsNumber():
		s.number(v)
	case v.IsNull():
		s.out.ASCII("null")
	case v.IsBool():
		if v.AsBool() {
			s.out.ASCII("true")
		} else {
			s.out.ASCII("false")
		}
	case v.IsBigInt():
		return s.a.TypeError("Do not know how to serialize a BigInt")
	default:
		return s.container(k, v.AsObject())
	}
	return nil
}

func (s *stringifier) number(v object.Value) {
	f := v.AsNumber()
	if f-f != 0 {
		s.out.ASCII("null")
		return
	}
	var stack [32]byte
	for _, c := range object.AppendNumber(stack[:0], f) {
		s.out.Unit(uint16(c))
	}
}

// container writes an array or object, or the text of a raw one.
func (s *stringifier) container(k object.PropertyKey, o *object.Object) error {
	a := s.a
	if o.Class() == classRawJSON {
		s.out.Str(object.Payload[jstring.String](o))
		return s.account()
	}
	if err := a.EnterNative(); err != nil {
		return err
	}
	defer a.LeaveNative()
	for i := range s.stack {
		if s.stack[i].object == o {
			return s.circular(i, k)
		}
	}
	s.stack = append(s.stack, level{o, k})
	isArray, err := object.IsArray(a, object.Obj(o))
	if err != nil {
		return err
	}
	if isArray {
		err = s.array(o)
	} else {
		err = s.object(o)
	}
	s.stack = s.stack[:len(s.stack)-1]
	if err != nil {
		return err
	}
	return s.account()
}

// accountUnits is how much output may go unaccounted for.
const accountUnits = 1 << 14

// account charges for the output since the last time.
func (s *stringifier) account() error {
	n := s.out.Len()
	if n > jstring.MaxLength {
		return s.a.RangeError("Invalid string length")
	}
	if grown := n - s.charged; grown > 0 {
		s.charged = n
		if err := s.a.Charge(2 * grown); err != nil {
			return err
		}
		return s.a.Tick(grown / 64)
	}
	return nil
}

// separate writes what comes before an element: a comma unless it is the first
// one, and with a gap a line break and the indentation.
func (s *stringifier) separate(first bool, depth int) {
	if !first {
		s.out.Unit(',')
	}
	if s.gap.Len() > 0 {
		s.out.Unit('\n')
		for range depth {
			s.out.Str(s.gap)
		}
	}
}

// 25.5.4.6 SerializeJSONArray ( state, value ), https://tc39.es/ecma262/#sec-serializejsonarray
func (s *stringifier) array(o *object.Object) error {
	a := s.a
	n, err := object.LengthOfArrayLike(a, o)
	if err != nil {
		return err
	}
	s.out.Unit('[')
	depth := len(s.stack)
	for i := int64(0); i < n; i++ {
		if err := a.Tick(1); err != nil {
			return err
		}
		k, v, err := elementOf(a, o, i)
		if err != nil {
			return err
		}
		if v, err = s.prepare(o, k, v); err != nil {
			return err
		}
		s.separate(i == 0, depth)
		if isLeftOut(v) {
			s.out.ASCII("null")
		} else if err := s.write(k, v); err != nil {
			return err
		}
		if s.out.Len()-s.charged >= accountUnits {
			if err := s.account(); err != nil {
				return err
			}
		}
	}
	if n > 0 && s.gap.Len() > 0 {
		s.separate(true, depth-1)
	}
	s.out.Unit(']')
	return nil
}

// elementOf is Get(o, ToString(i)).
func elementOf(a *object.Agent, o *object.Object, i int64) (object.PropertyKey, object.Value, error) {
	if o.IsArrayObject() && i <= object.MaxArrayIndex {
		// OPT: a dense element is a data property.
		if e := o.Elements(); uint32(i) < e.Len {
			if v := e.At(uint32(i)); !v.IsHole() {
				return object.IndexKey(uint32(i)), v, nil
			}
		}
	}
	k, err := object.ToPropertyKey(a, object.Number(float64(i)))
	if err != nil {
		return k, object.Undefined, err
	}
	v, err := o.Get(a, k)
	return k, v, err
}

// 25.5.4.5 SerializeJSONObject ( state, value ), https://tc39.es/ecma262/#sec-serializejsonobject
func (s *stringifier) object(o *object.Object) error {
	s.out.Unit('{')
	depth := len(s.stack)
	var any bool
	var err error
	if p := s.planFor(o); p != nil && !s.hasList {
		any, err = s.planned(o, p, depth)
	} else {
		any, err = s.properties(o, depth)
	}
	if err != nil {
		return err
	}
	if any && s.gap.Len() > 0 {
		s.separate(true, depth-1)
	}
	s.out.Unit('}')
	return nil
}

func (s *stringifier) properties(o *object.Object, depth int) (any bool, err error) {
	a := s.a
	keys := s.list
	if !s.hasList {
		if keys, err = enumerableKeys(a, o); err != nil {
			return false, err
		}
	}
	for _, k := range keys {
		if err := a.Tick(1); err != nil {
			return false, err
		}
		v, err := o.Get(a, k)
		if err != nil {
			return false, err
		}
		if v, err = s.prepare(o, k, v); err != nil {
			return false, err
		}
		if isLeftOut(v) {
			continue
		}
		s.separate(!any, depth)
		any = true
		if err := s.quote(k.String()); err != nil {
			return false, err
		}
		s.colon()
		if err := s.write(k, v); err != nil {
			return false, err
		}
		if s.out.Len()-s.charged >= accountUnits {
			if err := s.account(); err != nil {
				return false, err
			}
		}
	}
	return any, nil
}

func (s *stringifier) colon() {
	s.out.Unit(':')
	if s.gap.Len() > 0 {
		s.out.Unit(' ')
	}
}

func enumerableKeys(a *object.Agent, o *object.Object) ([]object.PropertyKey, error) {
	names, err := object.EnumerableOwnProperties(a, o, object.EnumerateKeys)
	if err != nil {
		return nil, err
	}
	if err := a.Charge(16 * len(names)); err != nil {
		return nil, err
	}
	keys := make([]object.PropertyKey, len(names))
	for i, n := range names {
		if err := a.AttendAt(i); err != nil {
			return nil, err
		}
		keys[i] = a.StringKey(n.AsString())
	}
	return keys, nil
}

const maxUnescaped = 0x80

var hexDigits = "0123456789abcdef"

// shortEscapes are the characters with an escape of their own (table 81).
var shortEscapes = [maxUnescaped]byte{'\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '"': '"', '\\': '\\'}

// 25.5.4.3 QuoteJSONString ( value ), https://tc39.es/ecma262/#sec-quotejsonstring
func (s *stringifier) quote(t *jstring.String) error {
	n := t.Len()
	if n > 1024 {
		if err := s.a.Charge(2 * n); err != nil {
			return err
		}
		if err := s.a.Tick(n / 64); err != nil {
			return err
		}
	}
	s.out.Unit('"')
	from := 0
	for i := 0; i < n; i++ {
		if err := s.a.AttendAt(i); err != nil {
			return err
		}
		c := t.At(i)
		if c >= ' ' && c != '"' && c != '\\' && c&0xF800 != 0xD800 {
			continue
		}
		if c >= ' ' && c != '"' && c != '\\' {
			if jstring.IsLeadSurrogate(c) && i+1 < n && jstring.IsTrailSurrogate(t.At(i+1)) {
				i++
				continue
			}
		}
		s.out.Part(t, from, i)
		from = i + 1
		s.out.Unit('\\')
		if c < maxUnescaped && shortEscapes[c] != 0 {
			s.out.Unit(uint16(shortEscapes[c]))
			continue
		}
		s.out.Unit('u')
		for shift := 12; shift >= 0; shift -= 4 {
			s.out.Unit(uint16(hexDigits[c>>shift&15]))
		}
	}
	s.out.Part(t, from, n)
	s.out.Unit('"')
	if s.out.Len() > jstring.MaxLength {
		return s.a.RangeError("Invalid string length")
	}
	return nil
}

// circular is the TypeError for an object that contains itself; it shows the
// way from the first of the objects in the circle.
func (s *stringifier) circular(from int, k object.PropertyKey) error {
	circle := s.stack[from:]
	text := "Converting circular structure to JSON\n    --> starting at object with constructor " + s.constructor(circle[0].object)
	line := func(l level) {
		text += "\n    |     " + propertyText(l.key) + " -> object with constructor " + s.constructor(l.object)
	}
	const before, after = 2, 1 // of the ellipsis
	rest := circle[1:]
	for i, l := range rest {
		switch {
		case i < before || i >= len(rest)-after:
			line(l)
		case i == before:
			text += "\n    |     ..."
		}
	}
	text += "\n    --- " + propertyText(k) + " closes the circle"
	return s.a.TypeError("%s", text)
}

func (s *stringifier) constructor(o *object.Object) string {
	name := s.a.ConstructorName(o)
	if name == "" {
		name = "Object"
	}
	return "'" + name + "'"
}

func propertyText(k object.PropertyKey) string {
	if k.IsIndex() {
		return "index " + k.String().String()
	}
	return "property '" + k.String().String() + "'"
}
