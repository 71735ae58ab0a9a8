package numeric

import "strings"

// Texts of dates: the format of 21.4.1.33, and what other programs write.

// scanner reads a text from left to right.
type scanner struct {
	text string
	pos  int
}

func (s *scanner) end() bool { return s.pos == len(s.text) }

func (s *scanner) peek() byte {
	if s.end() {
		return 0
	}
	return s.text[s.pos]
}

// skip reads c if it comes next.
func (s *scanner) skip(c byte) bool {
	if s.peek() == c && !s.end() {
		s.pos++
		return true
	}
	return false
}

// digits reads all digits that come next and returns their value, saturated,
// and how many there were.
func (s *scanner) digits() (value, count int) {
	for !s.end() && isDigit(s.peek()) {
		if value < 1e8 {
			value = value*10 + int(s.peek()-'0')
		}
		s.pos++
		count++
	}
	return value, count
}

// fixed reads exactly n digits.
func (s *scanner) fixed(n int) (int, bool) {
	v, count := s.digits()
	return v, count == n
}

// fraction reads the digits of a fraction of a second, of which three count.
func (s *scanner) fraction() (ms int, ok bool) {
	scale := 100
	from := s.pos
	for !s.end() && isDigit(s.peek()) {
		ms += int(s.peek()-'0') * scale
		scale /= 10
		s.pos++
	}
	return ms, s.pos > from
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// 21.4.1.33 Date Time String Format, https://tc39.es/ecma262/#sec-date-time-string-format
//
// parseISO returns the time and whether it is local. Days up to 31 are
// accepted in each month, and fractions of any length.
func parseISO(text string) (t float64, local, ok bool) {
	s := scanner{text: text}
	f := dateFields{0, 0, 1}
	negative := s.peek() == '-'
	signed := s.skip('-') || s.skip('+')
	width := 4
	if signed {
		width = 6
	}
	year, ok := s.fixed(width)
	if !ok || negative && year == 0 {
		return 0, false, false
	}
	if negative {
		year = -year
	}
	f[fieldYear] = float64(year)
	for i, limit := range [...]int{12, 31} {
		if !s.skip('-') {
			break
		}
		n, ok := s.fixed(2)
		if !ok || n < 1 || n > limit {
			return 0, false, false
		}
		f[fieldMonth+i] = float64(n - 1 + i)
	}
	if s.end() {
		return f.time(), false, true
	}
	if !s.skip('T') && !s.skip('t') {
		return 0, false, false
	}
	hours, ok1 := s.fixed(2)
	colon := s.skip(':')
	minutes, ok2 := s.fixed(2)
	if !ok1 || !colon || !ok2 || hours > 24 || minutes > 59 {
		return 0, false, false
	}
	seconds, ms := 0, 0
	if s.skip(':') {
		if seconds, ok = s.fixed(2); !ok || seconds > 59 {
			return 0, false, false
		}
		if s.skip('.') {
			if ms, ok = s.fraction(); !ok {
				return 0, false, false
			}
		}
	}
	if hours == 24 && minutes+seconds+ms > 0 {
		return 0, false, false
	}
	f[fieldHours], f[fieldMinutes], f[fieldSeconds], f[fieldMilliseconds] = float64(hours), float64(minutes), float64(seconds), float64(ms)
	t = f.time()
	switch sign := s.peek(); {
	case s.end():
		return t, true, true
	case s.skip('Z') || s.skip('z'):
	case s.skip('+') || s.skip('-'):
		h, ok1 := s.fixed(2)
		colon := s.skip(':')
		m, ok2 := s.fixed(2)
		if !ok1 || !colon || !ok2 || h > 23 || m > 59 {
			return 0, false, false
		}
		offset := float64(h*msPerHour + m*msPerMinute)
		if sign == '-' {
			offset = -offset
		}
		t -= offset
	default:
		return 0, false, false
	}
	return t, false, s.end()
}

const (
	wordOther = iota
	wordMonth
	wordZone
	wordHalf // am, pm
)

// dateWords are the words that mean something; months may be longer than this.
var dateWords = map[string]struct{ kind, value int }{
	"jan": {wordMonth, 1}, "feb": {wordMonth, 2}, "mar": {wordMonth, 3}, "apr": {wordMonth, 4},
	"may": {wordMonth, 5}, "jun": {wordMonth, 6}, "jul": {wordMonth, 7}, "aug": {wordMonth, 8},
	"sep": {wordMonth, 9}, "oct": {wordMonth, 10}, "nov": {wordMonth, 11}, "dec": {wordMonth, 12},
	"am": {wordHalf, 0}, "pm": {wordHalf, 12},
	"ut": {wordZone, 0}, "utc": {wordZone, 0}, "z": {wordZone, 0}, "gmt": {wordZone, 0},
	"est": {wordZone, -5}, "edt": {wordZone, -4}, "cst": {wordZone, -6}, "cdt": {wordZone, -5},
	"mst": {wordZone, -7}, "mdt": {wordZone, -6}, "pst": {wordZone, -8}, "pdt": {wordZone, -7},
}

// legacyDate collects what a text that is not in the format of the
// specification says.
//
// HOST: the rules are those of the web. Words before the first number are
// skipped, as is text in parentheses; numbers before colons are hours, minutes
// and seconds; a sign after a time or a zone begins an offset; up to three
// other numbers and the name of a month are the date.
type legacyDate struct {
	scanner
	numbers    []int
	month      int // 1 to 12 if it was named
	clock      []int
	clockDone  bool
	half       int // added to hours, -1: none
	zone       bool
	zoneHour   int
	zoneMinute int
	zoneSign   int
	wantMinute bool // of the zone
	anyNumber  bool
}

func parseLegacy(text string) (t float64, local, ok bool) {
	d := legacyDate{scanner: scanner{text: text}, half: -1, zoneSign: 1}
	if strings.HasPrefix(text, "-000000") && (len(text) == 7 || !isDigit(text[7])) {
		d.pos = 7 // HOST: V8 has read this year when it finds that there is no such
	}
	for !d.end() {
		c := d.peek()
		switch {
		case isDigit(c):
			ok = d.number()
		case isLetter(c):
			ok = d.word()
		case (c == '+' || c == '-') && (d.zone || len(d.clock) > 0):
			ok = d.offset()
		case (c == '+' || c == '-' || c == ')') && d.anyNumber:
			ok = false
		case c == '(':
			ok = true
			d.comment()
		default:
			ok = true
			d.pos++
		}
		if !ok {
			return 0, false, false
		}
	}
	return d.result()
}

// comment skips text in parentheses, which may be nested.
func (d *legacyDate) comment() {
	depth := 0
	for !d.end() {
		switch d.peek() {
		case '(':
			depth++
		case ')':
			depth--
		}
		d.pos++
		if depth == 0 {
			return
		}
	}
}

// clockWants reports whether n continues a time of day.
func (d *legacyDate) clockWants(n int) bool {
	if d.clockDone {
		return false
	}
	switch len(d.clock) {
	case 1, 2:
		return n < 60
	case 3:
		return n < 1000
	}
	return false
}

func (d *legacyDate) number() bool {
	d.anyNumber = true
	n, _ := d.digits()
	if d.skip(':') {
		if d.skip(':') {
			if len(d.clock) > 0 {
				return false
			}
			d.clock = append(d.clock, n, 0)
			return true
		}
		if d.wantMinute || d.clockDone || len(d.clock) == 4 {
			return false
		}
		d.clock = append(d.clock, n)
		d.skip('.')
		return true
	}
	if d.peek() == '.' {
		d.pos++
		if d.clockWants(n) {
			d.clock = append(d.clock, n)
			for len(d.clock) < 3 {
				d.clock = append(d.clock, 0)
			}
			ms, ok := d.fraction()
			d.clock = append(d.clock, ms)
			d.clockDone = true
			return ok
		}
	}
	switch {
	case d.wantMinute:
		d.zoneMinute, d.wantMinute = n, false
	case d.clockWants(n):
		d.clock, d.clockDone = append(d.clock, n), true
		c := d.peek()
		return d.end() || c == '+' || c == '-' || c|0x20 == 'z' || c <= ' ' || c >= 0x80
	default:
		if len(d.numbers) == 3 {
			return false
		}
		d.numbers = append(d.numbers, n)
		d.skip('-')
	}
	return true
}

func (d *legacyDate) word() bool {
	from := d.pos
	for !d.end() && isLetter(d.peek()) {
		d.pos++
	}
	text := strings.ToLower(d.text[from:d.pos])
	w, known := dateWords[text]
	if !known && len(text) > 3 {
		if m := dateWords[text[:3]]; m.kind == wordMonth {
			w = m
		}
	}
	switch {
	case w.kind == wordHalf && len(d.clock) > 0:
		d.half = w.value
	case w.kind == wordMonth:
		d.month = w.value
		d.skip('-')
	case w.kind == wordZone && d.anyNumber:
		d.zone, d.zoneSign, d.zoneHour, d.zoneMinute = true, 1, w.value, 0
		if w.value < 0 {
			d.zoneSign, d.zoneHour = -1, -w.value
		}
	default:
		return !d.anyNumber && !isDigit(d.peek())
	}
	return true
}

func (d *legacyDate) offset() bool {
	d.zone, d.zoneSign = true, 1
	if d.peek() == '-' {
		d.zoneSign = -1
	}
	d.pos++
	d.anyNumber = true
	n, count := d.digits()
	switch {
	case d.skip(':'):
		d.zoneHour, d.zoneMinute, d.wantMinute = n, 0, true
	case count == 1 || count == 2:
		d.zoneHour, d.zoneMinute = n, 0
	case count == 3 || count == 4:
		d.zoneHour, d.zoneMinute = n/100, n%100
	default:
		return false
	}
	return true
}

func (d *legacyDate) result() (t float64, local, ok bool) {
	if len(d.numbers) == 0 {
		return 0, false, false
	}
	for len(d.numbers) < 3 {
		d.numbers = append(d.numbers, 1)
	}
	isDay := d.numbers[0] >= 1 && d.numbers[0] <= 31
	var year, month, date int
	switch {
	case d.month == 0 && isDay:
		month, date, year = d.numbers[0], d.numbers[1], d.numbers[2]
	case d.month == 0:
		year, month, date = d.numbers[0], d.numbers[1], d.numbers[2]
	case isDay:
		month, date, year = d.month, d.numbers[0], d.numbers[1]
	default:
		month, date, year = d.month, d.numbers[1], d.numbers[0]
	}
	switch {
	case year < 50:
		year += 2000
	case year < 100:
		year += 1900
	}
	for len(d.clock) < 4 {
		d.clock = append(d.clock, 0)
	}
	hours, minutes, seconds, ms := d.clock[0], d.clock[1], d.clock[2], d.clock[3]
	if d.half >= 0 {
		if hours > 12 {
			return 0, false, false
		}
		hours = hours%12 + d.half
	}
	if month < 1 || month > 12 || date < 1 || date > 31 || minutes > 59 || seconds > 59 || ms > 999 ||
		hours > 24 || hours == 24 && minutes+seconds+ms > 0 || d.zoneHour > 1e6 {
		return 0, false, false
	}
	f := dateFields{float64(year), float64(month - 1), float64(date), float64(hours), float64(minutes), float64(seconds), float64(ms)}
	t = f.time()
	if !d.zone {
		return t, true, true
	}
	return t - float64(d.zoneSign*(d.zoneHour*msPerHour+d.zoneMinute*msPerMinute)), false, true
}
