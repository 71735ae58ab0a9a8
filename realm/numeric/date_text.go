package numeric

import (
	"fmt"
	"math"
	"time"

	"github.com/burrowjs/burrow/object"
)

// What a text of a date consists of.
const (
	textDate = 1 << iota
	textTime
	textUTC
)

var (
	dayNames   = [...]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}
	monthNames = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
)

// 21.4.4.41 Date.prototype.toString ( ), https://tc39.es/ecma262/#sec-date.prototype.tostring
//
// It is also toDateString (21.4.4.35), toTimeString (21.4.4.42) and toUTCString (21.4.4.43).
func datePrototypeToText(c *object.Call) (object.Value, error) {
	d, err := thisDate(c)
	if err != nil {
		return object.Undefined, err
	}
	return dateText(c.Agent, d.t, c.Magic()), nil
}

// yearText is the year of DateString (21.4.4.41.2).
func yearText(year float64) string {
	if year < 0 {
		return fmt.Sprintf("-%04d", int64(-year))
	}
	return fmt.Sprintf("%04d", int64(year))
}

// 21.4.4.41.4 ToDateString ( tv ), https://tc39.es/ecma262/#sec-todatestring
func dateText(a *object.Agent, tv float64, what int) object.Value {
	if math.IsNaN(tv) {
		return object.StrGo("Invalid Date")
	}
	if what == textUTC {
		f := fieldsOf(tv)
		return object.StrGo(fmt.Sprintf("%s, %02d %s %s %02d:%02d:%02d GMT", dayNames[weekDay(tv)], int(f[fieldDate]),
			monthNames[int(f[fieldMonth])], yearText(f[fieldYear]), int(f[fieldHours]), int(f[fieldMinutes]), int(f[fieldSeconds])))
	}
	offset, zone := zoneOf(a, tv)
	t := tv + offset
	f := fieldsOf(t)
	text := ""
	if what&textDate != 0 {
		text = fmt.Sprintf("%s %s %02d %s", dayNames[weekDay(t)], monthNames[int(f[fieldMonth])], int(f[fieldDate]), yearText(f[fieldYear]))
	}
	if what&textTime != 0 {
		if text != "" {
			text += " "
		}
		// 21.4.4.41.3 TimeZoneString ( tv ), https://tc39.es/ecma262/#sec-timezoneestring
		sign := '+'
		minutes := int(offset / msPerMinute)
		if offset < 0 {
			sign, minutes = '-', -minutes
		}
		text += fmt.Sprintf("%02d:%02d:%02d GMT%c%02d%02d (%s)", int(f[fieldHours]), int(f[fieldMinutes]), int(f[fieldSeconds]),
			sign, minutes/60, minutes%60, zoneName(location(a), zone, offset))
	}
	return object.StrGo(text)
}

// zoneNames are the long names of zones that have an abbreviation.
var zoneNames = map[string]string{
	"UTC": "Coordinated Universal Time", "GMT": "Greenwich Mean Time", "BST": "British Summer Time",
	"WET": "Western European Standard Time", "WEST": "Western European Summer Time",
	"CET": "Central European Standard Time", "CEST": "Central European Summer Time",
	"EET": "Eastern European Standard Time", "EEST": "Eastern European Summer Time", "MSK": "Moscow Standard Time",
	"EST": "Eastern Standard Time", "EDT": "Eastern Daylight Time",
	"CST": "Central Standard Time", "CDT": "Central Daylight Time",
	"MST": "Mountain Standard Time", "MDT": "Mountain Daylight Time",
	"PST": "Pacific Standard Time", "PDT": "Pacific Daylight Time",
	"AKST": "Alaska Standard Time", "AKDT": "Alaska Daylight Time", "HST": "Hawaii-Aleutian Standard Time",
	"AEST": "Australian Eastern Standard Time", "AEDT": "Australian Eastern Daylight Time",
	"NZST": "New Zealand Standard Time", "NZDT": "New Zealand Daylight Time",
	"JST": "Japan Standard Time", "KST": "Korean Standard Time", "SAST": "South Africa Standard Time",
}

// zoneExceptions are zones whose abbreviation means something else elsewhere.
var zoneExceptions = map[string]string{
	"Asia/Kolkata": "India Standard Time", "Asia/Calcutta": "India Standard Time",
	"Asia/Shanghai": "China Standard Time", "Asia/Taipei": "Taipei Standard Time",
	"Asia/Hong_Kong": "Hong Kong Standard Time", "Asia/Singapore": "Singapore Standard Time",
	"Asia/Dubai": "Gulf Standard Time", "America/Sao_Paulo": "Brasilia Standard Time",
}

// HOST: the name of the zone is in English, as far as it is known.
func zoneName(l *time.Location, abbreviation string, offset float64) string {
	if name, ok := zoneExceptions[l.String()]; ok {
		return name
	}
	if abbreviation == "LMT" {
		// Times before there were zones bear the name of the zone that came.
		abbreviation, _ = time.Unix(946684800, 0).In(l).Zone()
	}
	if name, ok := zoneNames[abbreviation]; ok {
		return name
	}
	if abbreviation != "" && isLetter(abbreviation[0]) {
		return abbreviation
	}
	sign := '+'
	minutes := int(offset / msPerMinute)
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	return fmt.Sprintf("GMT%c%02d:%02d", sign, minutes/60, minutes%60)
}

// 21.4.4.36 Date.prototype.toISOString ( ), https://tc39.es/ecma262/#sec-date.prototype.toisostring
func datePrototypeToISOString(c *object.Call) (object.Value, error) {
	d, err := thisDate(c)
	if err != nil {
		return object.Undefined, err
	}
	if math.IsNaN(d.t) {
		return object.Undefined, c.Agent.RangeError("Invalid time value")
	}
	f := fieldsOf(d.t)
	year := int64(f[fieldYear])
	text := fmt.Sprintf("%04d", year)
	switch {
	case year > 9999:
		text = fmt.Sprintf("+%06d", year)
	case year < 0:
		text = fmt.Sprintf("-%06d", -year)
	}
	return object.StrGo(fmt.Sprintf("%s-%02d-%02dT%02d:%02d:%02d.%03dZ", text, int(f[fieldMonth])+1, int(f[fieldDate]),
		int(f[fieldHours]), int(f[fieldMinutes]), int(f[fieldSeconds]), int(f[fieldMilliseconds]))), nil
}

// 21.4.4.39 Date.prototype.toLocaleString ( [ reserved1 [ , reserved2 ] ] ), https://tc39.es/ecma262/#sec-date.prototype.tolocalestring
//
// It is also toLocaleDateString (21.4.4.38) and toLocaleTimeString (21.4.4.40).
//
// HOST: the locale is en-US.
func datePrototypeToLocaleText(c *object.Call) (object.Value, error) {
	d, err := thisDate(c)
	if err != nil {
		return object.Undefined, err
	}
	if math.IsNaN(d.t) {
		return object.StrGo("Invalid Date"), nil
	}
	f := fieldsOf(localTime(c.Agent, d.t))
	text := ""
	if c.Magic()&textDate != 0 {
		year := int(f[fieldYear])
		if year <= 0 {
			year = 1 - year // before Christ
		}
		text = fmt.Sprintf("%d/%d/%d", int(f[fieldMonth])+1, int(f[fieldDate]), year)
	}
	if c.Magic()&textTime != 0 {
		if text != "" {
			text += ", "
		}
		half := "AM"
		hours := int(f[fieldHours])
		if hours >= 12 {
			half = "PM"
		}
		text += fmt.Sprintf("%d:%02d:%02d %s", (hours+11)%12+1, int(f[fieldMinutes]), int(f[fieldSeconds]), half)
	}
	return object.StrGo(text), nil
}
