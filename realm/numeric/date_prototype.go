package numeric

import (
	"math"
	"strings"

	"github.com/burrowjs/burrow/object"
)

const dateUTCFlag = 1 << 7 // in the magic of getters and setters: UTC, not local time

// Magic of the getters that return no field.
const (
	getDay = 7 + iota
	getTime
	getTimezoneOffset
	getYear
)

func init() {
	getter := func(name string, magic int32) object.Prop {
		return object.MethodMagic("get"+name, 0, datePrototypeGet, magic)
	}
	setter := func(name string, length int, magic int32) object.Prop {
		return object.MethodMagic("set"+name, length, datePrototypeSet, magic)
	}
	object.DefineIntrinsic(object.IntrinsicDatePrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicDate),
			object.MethodMagic("toString", 0, datePrototypeToText, textDate|textTime),
			object.MethodMagic("toDateString", 0, datePrototypeToText, textDate),
			object.MethodMagic("toTimeString", 0, datePrototypeToText, textTime),
			object.Method("toISOString", 0, datePrototypeToISOString),
			object.MethodMagic("toUTCString", 0, datePrototypeToText, textUTC),
			object.Alias("toGMTString", "toUTCString"),
			getter("Date", fieldDate), setter("Date", 1, fieldDate),
			getter("Day", getDay),
			getter("FullYear", fieldYear), setter("FullYear", 3, fieldYear),
			getter("Hours", fieldHours), setter("Hours", 4, fieldHours),
			getter("Milliseconds", fieldMilliseconds), setter("Milliseconds", 1, fieldMilliseconds),
			getter("Minutes", fieldMinutes), setter("Minutes", 3, fieldMinutes),
			getter("Month", fieldMonth), setter("Month", 2, fieldMonth),
			getter("Seconds", fieldSeconds), setter("Seconds", 2, fieldSeconds),
			getter("Time", getTime), object.Method("setTime", 1, datePrototypeSetTime),
			getter("TimezoneOffset", getTimezoneOffset),
			getter("UTCDate", fieldDate|dateUTCFlag), setter("UTCDate", 1, fieldDate|dateUTCFlag),
			getter("UTCDay", getDay|dateUTCFlag),
			getter("UTCFullYear", fieldYear|dateUTCFlag), setter("UTCFullYear", 3, fieldYear|dateUTCFlag),
			getter("UTCHours", fieldHours|dateUTCFlag), setter("UTCHours", 4, fieldHours|dateUTCFlag),
			getter("UTCMilliseconds", fieldMilliseconds|dateUTCFlag), setter("UTCMilliseconds", 1, fieldMilliseconds|dateUTCFlag),
			getter("UTCMinutes", fieldMinutes|dateUTCFlag), setter("UTCMinutes", 3, fieldMinutes|dateUTCFlag),
			getter("UTCMonth", fieldMonth|dateUTCFlag), setter("UTCMonth", 2, fieldMonth|dateUTCFlag),
			getter("UTCSeconds", fieldSeconds|dateUTCFlag), setter("UTCSeconds", 2, fieldSeconds|dateUTCFlag),
			object.MethodMagic("valueOf", 0, datePrototypeGet, getTime),
			getter("Year", getYear), object.Method("setYear", 1, datePrototypeSetYear),
			object.Method("toJSON", 1, datePrototypeToJSON),
			object.MethodMagic("toLocaleString", 0, datePrototypeToLocaleText, textDate|textTime),
			object.MethodMagic("toLocaleDateString", 0, datePrototypeToLocaleText, textDate),
			object.MethodMagic("toLocaleTimeString", 0, datePrototypeToLocaleText, textTime),
			{Symbol: object.SymbolToPrimitive, Fn: datePrototypeToPrimitive, Length: 1, Attrs: object.AttrConfigurable},
		},
	})
}

// thisDate returns the [[DateValue]] of the receiver.
func thisDate(c *object.Call) (*dateData, error) {
	if d := object.PayloadOf[dateData](c.This, classDate); d != nil {
		return d, nil
	}
	if name := object.Payload[object.Native](c.Func).Name.AsString().String(); strings.HasPrefix(name, "set") {
		return nil, c.Agent.TypeError("Method Date.prototype.%s called on incompatible receiver %s", name, c.Agent.Describe(c.This))
	}
	return nil, c.Agent.TypeError("this is not a Date object.")
}

// 21.4.4.2 Date.prototype.getDate ( ), https://tc39.es/ecma262/#sec-date.prototype.getdate
//
// It is all getters up to 21.4.4.19, valueOf (21.4.4.44) and getYear (B.2.3.1).
func datePrototypeGet(c *object.Call) (object.Value, error) {
	d, err := thisDate(c)
	if err != nil {
		return object.Undefined, err
	}
	t := d.t
	if math.IsNaN(t) {
		return object.NaN, nil
	}
	kind := c.Magic() &^ dateUTCFlag
	if kind == getTime {
		return object.Number(t), nil
	}
	if c.Magic()&dateUTCFlag == 0 {
		t = localTime(c.Agent, t)
	}
	switch kind {
	case getDay:
		return object.IntN(weekDay(t)), nil
	case getTimezoneOffset:
		return object.Number(math.Trunc((d.t - t) / msPerMinute)), nil
	case getYear:
		return object.Number(fieldsOf(t)[fieldYear] - 1900), nil
	}
	return object.Number(fieldsOf(t)[kind]), nil
}

// setterArguments is how many fields each setter can set.
var setterArguments = dateFields{3, 2, 1, 4, 3, 2, 1}

// 21.4.4.20 Date.prototype.setDate ( date ), https://tc39.es/ecma262/#sec-date.prototype.setdate
//
// It is all setters of fields up to 21.4.4.34: they set the field that they are
// named after and, with more arguments, those that follow.
func datePrototypeSet(c *object.Call) (object.Value, error) {
	a := c.Agent
	d, err := thisDate(c)
	if err != nil {
		return object.Undefined, err
	}
	t := d.t
	local := c.Magic()&dateUTCFlag == 0
	first := c.Magic() &^ dateUTCFlag
	n := max(1, min(c.ArgCount(), int(setterArguments[first])))
	var args [4]float64
	for i := range n {
		if args[i], err = object.ToNumber(a, c.Arg(i)); err != nil {
			return object.Undefined, err
		}
	}
	switch {
	case !math.IsNaN(t):
		if local {
			t = localTime(a, t)
		}
	case first == fieldYear:
		t = 0
	default:
		return object.NaN, nil
	}
	f := fieldsOf(t)
	copy(f[first:], args[:n])
	t = f.time()
	if local {
		t = utc(a, t)
	}
	d.t = timeClip(t)
	return object.Number(d.t), nil
}

// 21.4.4.27 Date.prototype.setTime ( time ), https://tc39.es/ecma262/#sec-date.prototype.settime
func datePrototypeSetTime(c *object.Call) (object.Value, error) {
	d, err := thisDate(c)
	if err != nil {
		return object.Undefined, err
	}
	t, err := object.ToNumber(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	d.t = timeClip(t)
	return object.Number(d.t), nil
}

// B.2.3.2 Date.prototype.setYear ( year ), https://tc39.es/ecma262/#sec-date.prototype.setyear
func datePrototypeSetYear(c *object.Call) (object.Value, error) {
	a := c.Agent
	d, err := thisDate(c)
	if err != nil {
		return object.Undefined, err
	}
	t := d.t
	year, err := object.ToNumber(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if math.IsNaN(t) {
		t = 0
	} else {
		t = localTime(a, t)
	}
	f := fieldsOf(t)
	f[fieldYear] = makeFullYear(year)
	d.t = timeClip(utc(a, f.time()))
	return object.Number(d.t), nil
}

// 21.4.4.37 Date.prototype.toJSON ( key ), https://tc39.es/ecma262/#sec-date.prototype.tojson
func datePrototypeToJSON(c *object.Call) (object.Value, error) {
	a := c.Agent
	o, err := object.ToObject(a, c.This)
	if err != nil {
		return object.Undefined, err
	}
	tv, err := object.ToPrimitive(a, object.Obj(o), object.HintNumber)
	if err != nil {
		return object.Undefined, err
	}
	if tv.IsNumber() && !isFinite(tv.AsNumber()) {
		return object.Null, nil
	}
	return object.Invoke(a, object.Obj(o), a.NameKey(nameToISOString))
}

var nameToISOString = object.DeclareName("toISOString")

// 21.4.4.45 Date.prototype [ %Symbol.toPrimitive% ] ( hint ), https://tc39.es/ecma262/#sec-date.prototype-%symbol.toprimitive%
func datePrototypeToPrimitive(c *object.Call) (object.Value, error) {
	a := c.Agent
	o := c.This.ObjectOrNil()
	if o == nil {
		return object.Undefined, a.TypeError("Method Date.prototype [ @@toPrimitive ] called on incompatible receiver %s", a.Describe(c.This))
	}
	if hint := c.Arg(0); hint.IsString() {
		switch hint.AsString().String() {
		case "string", "default":
			return object.OrdinaryToPrimitive(a, o, object.HintString)
		case "number":
			return object.OrdinaryToPrimitive(a, o, object.HintNumber)
		}
	}
	return object.Undefined, a.TypeError("Invalid hint: %s", a.Describe(c.Arg(0)))
}
