package numeric

import (
	"math"
	"unsafe"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// dateData is [[DateValue]].
type dateData struct{ t float64 }

var classDate = &object.Class{Name: "Date", Kind: object.KindOther,
	Size: func(o *object.Object) int { return int(unsafe.Sizeof(dateData{})) },
}

func init() {
	object.DefineIntrinsic(object.IntrinsicDate, object.Spec{
		Fn: dateConstructor, Name: "Date", Length: 7, Constructor: true,
		Props: []object.Prop{
			object.FixedRef("prototype", object.IntrinsicDatePrototype),
			object.Method("now", 0, dateNow),
			object.Method("parse", 1, dateParse),
			object.Method("UTC", 7, dateUTC),
		},
	})
}

// now is the host's clock (21.4.1.1).
func now(a *object.Agent) float64 { return timeClip(math.Floor(a.Host.Now())) }

// 21.4.2.1 Date ( ...values ), https://tc39.es/ecma262/#sec-date
func dateConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	if c.NewTarget == nil {
		return dateText(a, now(a), textDate|textTime), nil
	}
	var tv float64
	switch c.ArgCount() {
	case 0:
		tv = now(a)
	case 1:
		v := c.Arg(0)
		if d := object.PayloadOf[dateData](v, classDate); d != nil {
			tv = d.t
			break
		}
		p, err := object.ToPrimitive(a, v, object.HintDefault)
		if err != nil {
			return object.Undefined, err
		}
		if p.IsString() {
			tv = parseDate(a, p.AsString())
			break
		}
		n, err := object.ToNumber(a, p)
		if err != nil {
			return object.Undefined, err
		}
		tv = timeClip(n)
	default:
		f, err := dateArguments(c)
		if err != nil {
			return object.Undefined, err
		}
		tv = timeClip(utc(a, f.time()))
	}
	o, err := object.OrdinaryCreateFromConstructor(a, c.NewTarget, object.IntrinsicDatePrototype, classDate, unsafe.Pointer(&dateData{tv}))
	return object.ObjOrNull(o), err
}

// dateArguments reads year, month and so on; the year is made full.
func dateArguments(c *object.Call) (f dateFields, err error) {
	f = dateFields{math.NaN(), 0, 1}
	for i := range min(c.ArgCount(), len(f)) {
		if f[i], err = object.ToNumber(c.Agent, c.Arg(i)); err != nil {
			return f, err
		}
	}
	f[fieldYear] = makeFullYear(f[fieldYear])
	return f, nil
}

// 21.4.3.1 Date.now ( ), https://tc39.es/ecma262/#sec-date.now
func dateNow(c *object.Call) (object.Value, error) { return object.Number(now(c.Agent)), nil }

// 21.4.3.2 Date.parse ( string ), https://tc39.es/ecma262/#sec-date.parse
func dateParse(c *object.Call) (object.Value, error) {
	s, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	return object.Number(parseDate(c.Agent, s)), nil
}

// maxDateText bounds the texts that can be a date.
const maxDateText = 1 << 10

func parseDate(a *object.Agent, s *jstring.String) float64 {
	if s.Len() > maxDateText {
		return math.NaN()
	}
	text := s.String()
	if t, local, ok := parseISO(text); ok {
		if local {
			t = utc(a, t)
		}
		return timeClip(t)
	}
	t, local, ok := parseLegacy(text)
	if !ok {
		return math.NaN()
	}
	if local {
		t = utc(a, t)
	}
	return timeClip(t)
}

// 21.4.3.4 Date.UTC ( year [ , month [ , date [ , hours [ , minutes [ , seconds [ , ms ] ] ] ] ] ] ), https://tc39.es/ecma262/#sec-date.utc
func dateUTC(c *object.Call) (object.Value, error) {
	f, err := dateArguments(c)
	if err != nil {
		return object.Undefined, err
	}
	return object.Number(timeClip(f.time())), nil
}
