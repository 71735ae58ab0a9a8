package numeric

import (
	"math"
	"time"

	"github.com/burrowjs/burrow/object"
)

// Time values and their arithmetic (21.4.1).

const (
	msPerSecond = 1000
	msPerMinute = 60 * msPerSecond
	msPerHour   = 60 * msPerMinute
	msPerDay    = 24 * msPerHour

	maxTime = 8.64e15
)

// dateFields are the components of a time, in the order of the arguments of the
// constructor.
type dateFields [7]float64

const (
	fieldYear = iota
	fieldMonth
	fieldDate
	fieldHours
	fieldMinutes
	fieldSeconds
	fieldMilliseconds
)

// day is Day(t), https://tc39.es/ecma262/#sec-day
func day(t float64) int64 { return int64(math.Floor(t / msPerDay)) }

// weekDay is WeekDay(t), https://tc39.es/ecma262/#sec-weekday
func weekDay(t float64) int { return int(((day(t)+4)%7 + 7) % 7) }

// civil returns the date of a day, counted from the epoch, in the proleptic
// Gregorian calendar (YearFromTime, MonthFromTime and DateFromTime). Years are
// counted from March, in eras of 400, so that leap days come last.
func civil(day int64) (year int64, month, date int) {
	day += 719468
	era := floorDiv(day, 146097)
	dayOfEra := day - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*dayOfYear + 2) / 153
	date = int(dayOfYear - (153*m+2)/5 + 1)
	year = yearOfEra + era*400
	if m < 10 {
		return year, int(m) + 2, date
	}
	return year + 1, int(m) - 10, date
}

// dayOfDate is the inverse of civil for the first day of a month, 0 being January.
func dayOfDate(year int64, month int) int64 {
	m := int64(month) - 2
	if m < 0 {
		year--
		m += 12
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (153*m + 2) / 5
	return era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear - 719468
}

func floorDiv(x, y int64) int64 {
	q := x / y
	if x%y < 0 {
		q--
	}
	return q
}

// fieldsOf takes a finite time value apart.
func fieldsOf(t float64) (f dateFields) {
	d := day(t)
	year, month, date := civil(d)
	ms := int64(t) - d*msPerDay
	return dateFields{float64(year), float64(month), float64(date), float64(ms / msPerHour),
		float64(ms / msPerMinute % 60), float64(ms / msPerSecond % 60), float64(ms % 1000)}
}

// time is MakeDate of MakeDay and MakeTime.
func (f *dateFields) time() float64 {
	return makeDate(makeDay(f[fieldYear], f[fieldMonth], f[fieldDate]),
		makeTime(f[fieldHours], f[fieldMinutes], f[fieldSeconds], f[fieldMilliseconds]))
}

// makeTime is 21.4.1.28, https://tc39.es/ecma262/#sec-maketime
func makeTime(hour, min, sec, ms float64) float64 {
	if !isFinite(hour) || !isFinite(min) || !isFinite(sec) || !isFinite(ms) {
		return math.NaN()
	}
	h, m, s, milli := object.IntegerOrInfinity(hour), object.IntegerOrInfinity(min), object.IntegerOrInfinity(sec), object.IntegerOrInfinity(ms)
	return float64(float64(float64(h*msPerHour)+float64(m*msPerMinute))+float64(s*msPerSecond)) + milli
}

// makeDay is 21.4.1.29, https://tc39.es/ecma262/#sec-makeday
func makeDay(year, month, date float64) float64 {
	if !isFinite(year) || !isFinite(month) || !isFinite(date) {
		return math.NaN()
	}
	y, m, dt := object.IntegerOrInfinity(year), object.IntegerOrInfinity(month), object.IntegerOrInfinity(date)
	ym := y + math.Floor(m/12)
	if math.Abs(ym) > 1e6 {
		return math.NaN()
	}
	mn := int(math.Mod(m, 12))
	if mn < 0 {
		mn += 12
	}
	return float64(dayOfDate(int64(ym), mn)) + dt - 1
}

// makeDate is 21.4.1.30, https://tc39.es/ecma262/#sec-makedate
func makeDate(day, time float64) float64 {
	tv := float64(day*msPerDay) + time
	if !isFinite(tv) {
		return math.NaN()
	}
	return tv
}

// makeFullYear is 21.4.1.31, https://tc39.es/ecma262/#sec-makefullyear
func makeFullYear(year float64) float64 {
	if math.IsNaN(year) {
		return year
	}
	if y := object.IntegerOrInfinity(year); y >= 0 && y <= 99 {
		return 1900 + y
	}
	return object.IntegerOrInfinity(year)
}

// timeClip is 21.4.1.32, https://tc39.es/ecma262/#sec-timeclip
func timeClip(t float64) float64 {
	if !isFinite(t) || math.Abs(t) > maxTime {
		return math.NaN()
	}
	return object.IntegerOrInfinity(t)
}

func location(a *object.Agent) *time.Location {
	if l := a.Host.Location; l != nil {
		return l
	}
	return time.UTC
}

// zoneOf returns the offset from UTC in milliseconds, and the abbreviated name
// of the zone, at a time given in UTC.
func zoneOf(a *object.Agent, t float64) (offset float64, name string) {
	name, seconds := time.UnixMilli(int64(t)).In(location(a)).Zone()
	return float64(seconds) * msPerSecond, name
}

// localTime is 21.4.1.26, https://tc39.es/ecma262/#sec-localtime
func localTime(a *object.Agent, t float64) float64 {
	offset, _ := zoneOf(a, t)
	return t + offset
}

// utc is 21.4.1.27, https://tc39.es/ecma262/#sec-utc-t ; a time that is repeated
// or skipped at a transition is read with the offset before it.
func utc(a *object.Agent, t float64) float64 {
	if !isFinite(t) || math.Abs(t) > maxTime+msPerDay {
		return math.NaN()
	}
	before, _ := zoneOf(a, t-msPerDay)
	after, _ := zoneOf(a, t+msPerDay)
	if offset, _ := zoneOf(a, t-before); before == after || offset == before {
		return t - before
	}
	if offset, _ := zoneOf(a, t-after); offset == after {
		return t - after
	}
	return t - before
}
