package structured

import (
	"math"
	"slices"
	"strconv"
	"unsafe"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// parser reads one JSON text in either form that strings have. Values that are
// complete wait on a stack until the array or object around them is.
type parser[T byte | uint16] struct {
	a      *object.Agent
	text   *jstring.String
	src    []T
	pos    int
	frames []frame
	values []object.Value
	keys   []object.PropertyKey // of the values of objects
	root   *object.Shape        // of the objects made

	records bool
	recs    []*record // beside values
	last    *record   // of the value read last

	atoms  [128]object.PropertyKey // names met, by hash
	shapes [32]shapeMemo
}

// frame is an array or object that is being read.
type frame struct {
	isArray      bool
	values, keys int // where its part of the stacks begins
	from         int
}

// shapeMemo remembers the shape of objects with certain keys.
type shapeMemo struct {
	keys  []object.PropertyKey
	shape *object.Shape
}

func newParser[T byte | uint16](a *object.Agent, text *jstring.String, src []T, records bool) *parser[T] {
	proto := a.CurrentRealm().Intrinsic(object.IntrinsicObjectPrototype)
	return &parser[T]{a: a, text: text, src: src, records: records, root: a.RootShape(object.ClassObject, proto)}
}

// parse is ParseJSON (25.5.2.1).
func (p *parser[T]) parse() (object.Value, *record, error) {
	for {
		v, opened, err := p.value()
		if err != nil {
			return object.Undefined, nil, err
		}
		for !opened {
			if len(p.frames) == 0 {
				p.skipSpace()
				if p.pos < len(p.src) {
					return object.Undefined, nil, p.fail("Unexpected non-whitespace character after JSON", p.pos)
				}
				return v, p.last, nil
			}
			p.values = append(p.values, v)
			if err = p.a.AttendAt(len(p.values)); err != nil {
				return object.Undefined, nil, err
			}
			if p.records {
				p.recs = append(p.recs, p.last)
			}
			var closed bool
			if closed, err = p.afterValue(); err != nil {
				return object.Undefined, nil, err
			}
			if !closed {
				break
			}
			if v, err = p.finish(); err != nil {
				return object.Undefined, nil, err
			}
		}
	}
}

func (p *parser[T]) skipSpace() {
	for p.pos < len(p.src) {
		if c := p.src[p.pos]; c > ' ' || !isJSONSpace(uint16(c)) {
			return
		}
		p.pos++
	}
}

// value reads a primitive or an empty object or array; opened tells that it has
// read the beginning of one that is not empty, up to its first value.
func (p *parser[T]) value() (v object.Value, opened bool, err error) {
	p.skipSpace()
	if p.pos == len(p.src) {
		return v, false, p.unexpected(p.pos)
	}
	from := p.pos
	switch c := p.src[p.pos]; {
	case c == '"':
		v, err = p.string()
	case c == '-' || c >= '0' && c <= '9':
		v, err = p.number()
	case c == '{' || c == '[':
		return p.open(c == '[')
	case c == 't':
		v, err = object.True, p.literal("true")
	case c == 'f':
		v, err = object.False, p.literal("false")
	case c == 'n':
		v, err = object.Null, p.literal("null")
	default:
		err = p.unexpected(p.pos)
	}
	if p.records && err == nil {
		p.last = &record{value: v, from: from, to: p.pos}
	}
	return v, false, err
}

func (p *parser[T]) literal(word string) error {
	for i := range len(word) {
		if p.pos == len(p.src) || p.src[p.pos] != T(word[i]) {
			return p.unexpected(p.pos)
		}
		p.pos++
	}
	return nil
}

// open begins an array or object.
func (p *parser[T]) open(isArray bool) (object.Value, bool, error) {
	if err := p.a.Charge(64); err != nil {
		return object.Undefined, false, err
	}
	p.frames = append(p.frames, frame{isArray, len(p.values), len(p.keys), p.pos})
	p.pos++
	p.skipSpace()
	end := T('}')
	if isArray {
		end = ']'
	}
	if p.pos < len(p.src) && p.src[p.pos] == end {
		p.pos++
		v, err := p.finish()
		return v, false, err
	}
	if isArray {
		return object.Undefined, true, nil
	}
	return object.Undefined, true, p.name("Expected property name or '}' in JSON")
}

// name reads a property name and the colon.
func (p *parser[T]) name(otherwise string) error {
	if p.pos == len(p.src) || p.src[p.pos] != '"' {
		return p.fail(otherwise, p.pos)
	}
	k, err := p.key()
	if err != nil {
		return err
	}
	p.keys = append(p.keys, k)
	p.skipSpace()
	if p.pos == len(p.src) || p.src[p.pos] != ':' {
		return p.fail("Expected ':' after property name in JSON", p.pos)
	}
	p.pos++
	return nil
}

// afterValue reads what follows a value in an array or object; closed tells
// that it was the last one.
func (p *parser[T]) afterValue() (closed bool, err error) {
	p.skipSpace()
	var c T
	if p.pos < len(p.src) {
		c = p.src[p.pos]
	}
	isArray := p.frames[len(p.frames)-1].isArray
	switch {
	case c == ',':
		p.pos++
		if isArray {
			return false, nil
		}
		p.skipSpace()
		return false, p.name("Expected double-quoted property name in JSON")
	case isArray && c == ']', !isArray && c == '}':
		p.pos++
		return true, nil
	case isArray:
		return false, p.fail("Expected ',' or ']' after array element in JSON", p.pos)
	}
	return false, p.fail("Expected ',' or '}' after property value in JSON", p.pos)
}

// finish makes the array or object that ends here.
func (p *parser[T]) finish() (object.Value, error) {
	f := p.frames[len(p.frames)-1]
	p.frames = p.frames[:len(p.frames)-1]
	values, keys := p.values[f.values:], p.keys[f.keys:]
	if err := p.a.Tick(1 + len(values)); err != nil {
		return object.Undefined, err
	}
	if err := p.a.Charge(16 * len(values)); err != nil {
		return object.Undefined, err
	}
	var o *object.Object
	var err error
	if f.isArray {
		o = p.array(values)
	} else if o, err = p.object(keys, values); err != nil {
		return object.Undefined, err
	}
	if p.records {
		p.last = &record{value: object.Obj(o), from: f.from, to: p.pos}
		recs := p.recs[f.values:]
		if f.isArray {
			p.last.elements = slices.Clone(recs)
		} else {
			for i, k := range keys {
				p.last.entries = append(p.last.entries, entryRecord{k, recs[i]})
			}
		}
		p.recs = p.recs[:f.values]
	}
	p.values, p.keys = p.values[:f.values], p.keys[:f.keys]
	return object.Obj(o), nil
}

func (p *parser[T]) array(values []object.Value) *object.Object {
	o := p.a.NewArray(p.a.CurrentRealm())
	if len(values) == 0 {
		return o
	}
	e := o.Elements()
	e.InitForm(values[0], uint32(len(values)))
	for _, v := range values {
		e.Append(v)
	}
	e.Length = e.Len
	return o
}

// maxMemoKeys bounds the objects whose shape is remembered.
const maxMemoKeys = 32

func (p *parser[T]) object(keys []object.PropertyKey, values []object.Value) (*object.Object, error) {
	n := len(keys)
	if n > 0 && n <= maxMemoKeys {
		h := uint32(n) ^ keys[0].Hash() ^ keys[n-1].Hash()<<1
		memo := &p.shapes[(h^h>>16)%uint32(len(p.shapes))]
		if !slices.Equal(memo.keys, keys) {
			*memo = shapeMemo{slices.Clone(keys), p.shapeOf(keys)}
		}
		if memo.shape != nil {
			// OPT: the keys are different names, so that adding them one by one
			// to an empty object gives this shape.
			o := object.NewWithShape(memo.shape, n)
			for i, v := range values {
				o.InitSlot(uint32(i), v)
			}
			return o, nil
		}
	}
	o := object.NewWithShape(p.root, min(n, 6))
	for i, k := range keys {
		if _, err := o.CreateDataProperty(p.a, k, values[i]); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// shapeOf returns the shape of objects with these properties, nil if some key
// is an index or comes twice.
func (p *parser[T]) shapeOf(keys []object.PropertyKey) *object.Shape {
	for i, k := range keys {
		if k.IsIndex() || slices.Contains(keys[:i], k) {
			return nil
		}
	}
	return p.a.ShapeWith(p.root, object.AttrDefault, keys...)
}

// number reads a JSON number.
func (p *parser[T]) number() (object.Value, error) {
	from := p.pos
	negative := p.src[p.pos] == '-'
	if negative {
		p.pos++
	}
	first := p.pos
	integer := 0
	for p.pos < len(p.src) && isDigit(p.src[p.pos]) {
		if p.pos-first < 9 {
			integer = integer*10 + int(p.src[p.pos]-'0')
		}
		p.pos++
	}
	digits := p.pos - first
	switch {
	case digits == 0:
		return object.Undefined, p.fail("No number after minus sign in JSON", p.pos)
	case digits > 1 && p.src[first] == '0':
		return object.Undefined, p.fail("Unexpected number in JSON", first+1)
	}
	simple := digits <= 9
	if p.pos < len(p.src) && p.src[p.pos] == '.' {
		simple = false
		p.pos++
		if !p.skipDigits() {
			return object.Undefined, p.fail("Unterminated fractional number in JSON", p.pos)
		}
	}
	if p.pos < len(p.src) && p.src[p.pos]|0x20 == 'e' {
		simple = false
		p.pos++
		if p.pos < len(p.src) && (p.src[p.pos] == '+' || p.src[p.pos] == '-') {
			p.pos++
		}
		if !p.skipDigits() {
			return object.Undefined, p.fail("Exponent part is missing a number in JSON", p.pos)
		}
	}
	switch {
	case simple && !negative:
		return object.Int(int32(integer)), nil
	case simple && integer > 0:
		return object.Int(int32(-integer)), nil
	case simple:
		return object.Float(math.Copysign(0, -1)), nil
	}
	return object.Number(floatValue(p.src[from:p.pos])), p.a.Tick((p.pos - from) / 64)
}

func isDigit[T byte | uint16](c T) bool { return c >= '0' && c <= '9' }

func (p *parser[T]) skipDigits() bool {
	from := p.pos
	for p.pos < len(p.src) && isDigit(p.src[p.pos]) {
		p.pos++
	}
	return p.pos > from
}

// floatValue returns the value of the text of a number.
func floatValue[T byte | uint16](text []T) float64 {
	var stack [64]byte
	ascii := stack[:0]
	for _, c := range text {
		ascii = append(ascii, byte(c))
	}
	if len(ascii) > len(stack) {
		f, _ := object.ParseDecimalPrefix(ascii) // rounds any number of digits correctly
		return f
	}
	f, _ := strconv.ParseFloat(unsafe.String(&ascii[0], len(ascii)), 64) // the error is about the range; the value is infinite then
	return f
}

// key reads a property name.
func (p *parser[T]) key() (object.PropertyKey, error) {
	// OPT: a short name that was met before, without escapes, needs no string.
	from, h := p.pos+1, uint32(0)
	end := from
	for end < len(p.src) && end < from+32 {
		c := p.src[end]
		if c == '"' || c == '\\' || c < ' ' {
			break
		}
		h = (h ^ uint32(c)) * 0x01000193
		end++
	}
	if end == len(p.src) || p.src[end] != '"' {
		s, err := p.stringText()
		if err != nil {
			return object.PropertyKey{}, err
		}
		return p.a.StringKey(s), nil
	}
	slot := &p.atoms[(h^h>>15)%uint32(len(p.atoms))]
	if atom := slot.Atom(); atom == nil || !sameUnits(atom, p.src[from:end]) {
		k := p.a.StringKey(newString(p.src[from:end]))
		if k.IsIndex() {
			p.pos = end + 1
			return k, nil
		}
		*slot = k
	}
	p.pos = end + 1
	return *slot, nil
}

func sameUnits[T byte | uint16](s *jstring.String, units []T) bool {
	if s.Len() != len(units) {
		return false
	}
	for i, c := range units {
		if s.At(i) != uint16(c) {
			return false
		}
	}
	return true
}

// newString returns a string with a copy of the units.
func newString[T byte | uint16](units []T) *jstring.String {
	if len(units) == 1 {
		return jstring.FromUnit(uint16(units[0]))
	}
	switch u := any(units).(type) {
	case []byte:
		return jstring.FromLatin1(slices.Clone(u))
	case []uint16:
		return jstring.FromUTF16(slices.Clone(u))
	}
	return jstring.Empty
}

func (p *parser[T]) string() (object.Value, error) {
	s, err := p.stringText()
	return object.Str(s), err
}

// stringText reads a string.
func (p *parser[T]) stringText() (*jstring.String, error) {
	from := p.pos + 1
	i := from
	for i < len(p.src) {
		c := p.src[i]
		if c == '"' || c == '\\' || c < ' ' {
			break
		}
		i++
		if err := p.a.AttendAt(i); err != nil {
			return nil, err
		}
	}
	if err := p.account(i - from); err != nil {
		return nil, err
	}
	if i < len(p.src) && p.src[i] == '"' {
		p.pos = i + 1
		return newString(p.src[from:i]), nil
	}
	var b jstring.Builder
	b.Part(p.text, from, i)
	p.pos = i
	return p.escapedText(&b)
}

// account charges for text of n units.
func (p *parser[T]) account(n int) error {
	if err := p.a.Charge(32 + n); err != nil {
		return err
	}
	return p.a.Tick(n / 64)
}

var simpleEscapes = [128]uint16{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// escapedText goes on with a string at a backslash, or at what is wrong.
func (p *parser[T]) escapedText(b *jstring.Builder) (*jstring.String, error) {
	for {
		from := p.pos
		for p.pos < len(p.src) && p.src[p.pos] != '"' && p.src[p.pos] != '\\' && p.src[p.pos] >= ' ' {
			p.pos++
			if err := p.a.AttendAt(p.pos); err != nil {
				return nil, err
			}
		}
		if err := p.account(p.pos - from); err != nil {
			return nil, err
		}
		b.Part(p.text, from, p.pos)
		if p.pos == len(p.src) {
			return nil, p.fail("Unterminated string in JSON", p.pos)
		}
		switch p.src[p.pos] {
		case '"':
			p.pos++
			return b.String(), nil
		case '\\':
			p.pos++
			if err := p.escape(b); err != nil {
				return nil, err
			}
		default:
			return nil, p.fail("Bad control character in string literal in JSON", p.pos)
		}
	}
}

// escape reads an escape sequence after its backslash.
func (p *parser[T]) escape(b *jstring.Builder) error {
	if p.pos == len(p.src) {
		return p.unexpected(p.pos)
	}
	c := uint16(p.src[p.pos])
	if c != 'u' {
		if c >= 128 || simpleEscapes[c] == 0 {
			return p.fail("Bad escaped character in JSON", p.pos)
		}
		b.Unit(simpleEscapes[c])
		p.pos++
		return nil
	}
	p.pos++
	unit := uint16(0)
	for range 4 {
		d := -1
		if p.pos < len(p.src) {
			d = hexDigit(uint16(p.src[p.pos]))
		}
		if d < 0 {
			return p.fail("Bad Unicode escape in JSON", p.pos)
		}
		unit = unit<<4 | uint16(d)
		p.pos++
	}
	b.Unit(unit)
	return nil
}

func hexDigit(c uint16) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
