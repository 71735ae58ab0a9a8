package fundamental

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

var escapeLeaves = newCharSet(alphanumeric + "@*_+-./")

// B.2.1.1 escape ( string ), https://tc39.es/ecma262/#sec-escape-string
func globalEscape(c *object.Call) (object.Value, error) {
	s, err := argumentText(c, 3)
	if err != nil {
		return object.Undefined, err
	}
	var b jstring.Builder
	for i := range s.Len() {
		if err := c.Agent.AttendAt(i); err != nil {
			return object.Undefined, err
		}
		switch u := s.At(i); {
		case escapeLeaves.has(u):
			b.Unit(u)
		case u < 256:
			writePercent(&b, byte(u))
		default:
			text := [6]byte{'%', 'u', upperDigits[u>>12], upperDigits[u>>8&15], upperDigits[u>>4&15], upperDigits[u&15]}
			b.Latin1(text[:])
		}
	}
	return finishText(c, &b)
}

// B.2.1.2 unescape ( string ), https://tc39.es/ecma262/#sec-unescape-string
func globalUnescape(c *object.Call) (object.Value, error) {
	s, err := argumentText(c, 1)
	if err != nil {
		return object.Undefined, err
	}
	var b jstring.Builder
	for i, polled := 0, 0; i < s.Len(); {
		if i-polled >= object.Piece {
			if err := c.Agent.Attend(); err != nil {
				return object.Undefined, err
			}
			polled = i
		}
		u, n := s.At(i), 1
		if u == '%' {
			if i+1 < s.Len() && s.At(i+1) == 'u' {
				if v := hexValue(s, i+2, 4); v >= 0 {
					u, n = uint16(v), 6
				}
			} else if v := hexValue(s, i+1, 2); v >= 0 {
				u, n = uint16(v), 3
			}
		}
		b.Unit(u)
		i += n
	}
	return finishText(c, &b)
}
