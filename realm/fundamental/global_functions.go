package fundamental

import (
	"math"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicEval, object.Spec{Fn: globalEval, Name: "eval", Length: 1})
	object.DefineIntrinsic(object.IntrinsicParseFloat, object.Spec{Fn: globalParseFloat, Name: "parseFloat", Length: 1})
	object.DefineIntrinsic(object.IntrinsicParseInt, object.Spec{Fn: globalParseInt, Name: "parseInt", Length: 2})
}

// 19.2.1 eval ( x ), https://tc39.es/ecma262/#sec-eval-x
// Direct eval never gets here: the interpreter recognises the intrinsic.
func globalEval(c *object.Call) (object.Value, error) {
	x := c.Arg(0)
	if !x.IsString() {
		return x, nil
	}
	return object.IndirectEval(c.Agent, c.Realm(), x)
}

// 19.2.2 isFinite ( number ), https://tc39.es/ecma262/#sec-isfinite-number
func globalIsFinite(c *object.Call) (object.Value, error) {
	f, err := object.ToNumber(c.Agent, c.Arg(0))
	return object.Bool(f-f == 0), err
}

// 19.2.3 isNaN ( number ), https://tc39.es/ecma262/#sec-isnan-number
func globalIsNaN(c *object.Call) (object.Value, error) {
	f, err := object.ToNumber(c.Agent, c.Arg(0))
	return object.Bool(f != f), err
}

// trimmedNumberText converts a value to a string and returns its ASCII text
// after leading white space: numbers have no other characters.
func trimmedNumberText(a *object.Agent, v object.Value) ([]byte, error) {
	s, err := object.ToString(a, v)
	if err != nil {
		return nil, err
	}
	if err := a.Tick(s.Len() / 32); err != nil {
		return nil, err
	}
	i := 0
	for i < s.Len() && object.IsStrWhiteSpace(s.At(i)) {
		i++
		if err := a.AttendAt(i); err != nil {
			return nil, err
		}
	}
	if s.IsLatin1() {
		return s.Latin1()[i:], nil
	}
	if err := a.Charge(s.Len() - i); err != nil {
		return nil, err
	}
	var text []byte
	for ; i < s.Len() && s.At(i) < 128; i++ {
		if err := a.AttendAt(i); err != nil {
			return nil, err
		}
		text = append(text, byte(s.At(i)))
	}
	return text, nil
}

// 19.2.4 parseFloat ( string ), https://tc39.es/ecma262/#sec-parsefloat-string
func globalParseFloat(c *object.Call) (object.Value, error) {
	if v := c.Arg(0); v.IsInt() {
		return v, nil
	}
	text, err := trimmedNumberText(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	f, _ := object.ParseDecimalPrefix(text)
	return object.Number(f), nil
}

// 19.2.5 parseInt ( string, radix ), https://tc39.es/ecma262/#sec-parseint-string-radix
func globalParseInt(c *object.Call) (object.Value, error) {
	v := c.Arg(0)
	if v.IsInt() && c.Arg(1).IsUndefined() {
		return v, nil
	}
	text, err := trimmedNumberText(c.Agent, v)
	if err != nil {
		return object.Undefined, err
	}
	r, err := object.ToInt32(c.Agent, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	f, err := parseInteger(c.Agent, text, int(r))
	return object.Number(f), err
}

func parseInteger(a *object.Agent, text []byte, radix int) (float64, error) {
	sign := 1.0
	if len(text) > 0 && (text[0] == '-' || text[0] == '+') {
		if text[0] == '-' {
			sign = -1
		}
		text = text[1:]
	}
	if (radix == 0 || radix == 16) && len(text) >= 2 && text[0] == '0' && text[1]|0x20 == 'x' {
		text, radix = text[2:], 16
	}
	if radix == 0 {
		radix = 10
	}
	if radix < 2 || radix > 36 {
		return math.NaN(), nil
	}
	n := 0
	for n < len(text) && digit(text[n]) < radix {
		n++
		if err := a.AttendAt(n); err != nil {
			return 0, err
		}
	}
	if n == 0 {
		return math.NaN(), nil
	}
	switch text = text[:n]; {
	case radix&(radix-1) == 0:
		f, _ := object.ParseRadixDigits(text, radix)
		return sign * f, nil
	case radix == 10:
		f, _ := object.ParseDecimalPrefix(text)
		return sign * f, nil
	}
	f, err := digitsValue(a, text, radix)
	return sign * f, err
}

// digitsValue evaluates digits in pieces that a float64 holds exactly; beyond
// 2^53 the result is implementation-approximated (step 13).
func digitsValue(a *object.Agent, text []byte, radix int) (float64, error) {
	value := 0.0
	for n := 0; len(text) > 0; n++ {
		if err := a.AttendAt(n); err != nil {
			return 0, err
		}
		piece, factor := uint64(0), uint64(1)
		for len(text) > 0 && factor < 1<<32/36 {
			piece = piece*uint64(radix) + uint64(digit(text[0]))
			factor *= uint64(radix)
			text = text[1:]
		}
		value = float64(value*float64(factor)) + float64(piece)
	}
	return value, nil
}

// digit returns the value of a digit of any radix, 255 for other characters.
func digit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return int(c|0x20-'a') + 10
	}
	return 255
}

// hexValue returns the value of n hexadecimal digits of s at i, or -1.
func hexValue(s *jstring.String, i, n int) int {
	if i+n > s.Len() {
		return -1
	}
	v := 0
	for end := i + n; i < end; i++ {
		c := s.At(i)
		if c >= 128 || digit(byte(c)) >= 16 {
			return -1
		}
		v = v<<4 | digit(byte(c))
	}
	return v
}
