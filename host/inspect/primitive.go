package inspect

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/burrowjs/burrow/vmapi"
)

func (p *printer) primitive(v vmapi.Value) string {
	switch {
	case v.IsString():
		return p.text(v)
	case v.IsNumber():
		return p.style(p.separated(number(v)), "number")
	case v.IsBigInt():
		return p.style(p.separated(v.String()+"n"), "bigint")
	case v.IsBool():
		return p.style(v.String(), "boolean")
	case v.IsSymbol():
		return p.style(v.String(), "symbol")
	case v.IsNull():
		return p.style("null", "null")
	}
	return p.style(v.String(), "undefined")
}

// separated puts _ between groups of digits if that is asked for.
func (p *printer) separated(s string) string {
	if !p.NumericSeparator || strings.ContainsAny(s, "eI") && !strings.HasSuffix(s, "n") || s == "NaN" {
		return s
	}
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, fraction, dot := strings.Cut(s, ".")
	suffix := ""
	if strings.HasSuffix(whole, "n") {
		whole, suffix = whole[:len(whole)-1], "n"
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "_" + whole[i:]
	}
	if dot {
		for i := 3; i < len(fraction); i += 4 {
			fraction = fraction[:i] + "_" + fraction[i:]
		}
		suffix = "." + fraction
	}
	return sign + whole + suffix
}

func number(v vmapi.Value) string {
	if n := v.Number(); n == 0 && math.Signbit(n) {
		return "-0"
	}
	return v.String()
}

// text renders a string; long ones with line breaks are split into lines.
func (p *printer) text(v vmapi.Value) string {
	units, trailer := v.Units(), ""
	if len(units) > p.MaxStringLen {
		rest := len(units) - p.MaxStringLen
		units = units[:p.MaxStringLen]
		trailer = "... " + strconv.Itoa(rest) + " more character"
		if rest > 1 {
			trailer += "s"
		}
	}
	if len(units) > 16 && len(units) > p.BreakLength-p.indent-4 {
		var parts []string
		start := 0
		for i, u := range units {
			if u == '\n' || i == len(units)-1 {
				parts = append(parts, p.style(quoteUnits(units[start:i+1]), "string"))
				start = i + 1
			}
		}
		return strings.Join(parts, " +\n"+strings.Repeat(" ", p.indent+2)) + trailer
	}
	return p.style(quoteUnits(units), "string") + trailer
}

// Quote renders a string in quotes.
func Quote(s string) string { return quoteUnits(utf16.Encode([]rune(s))) }

var shortEscapes = map[uint16]string{'\b': `\b`, '\t': `\t`, '\n': `\n`, '\f': `\f`, '\r': `\r`, '\\': `\\`}

// quoteUnits chooses the quotes that need no escapes, single ones first.
func quoteUnits(units []uint16) string {
	quote := uint16('\'')
	single, double, back := false, false, false
	for i, u := range units {
		switch {
		case u == '\'':
			single = true
		case u == '"':
			double = true
		case u == '`', u == '$' && i+1 < len(units) && units[i+1] == '{':
			back = true
		}
	}
	if single {
		if !double {
			quote = '"'
		} else if !back {
			quote = '`'
		}
	}
	var sb strings.Builder
	sb.WriteByte(byte(quote))
	for i := 0; i < len(units); i++ {
		u := units[i]
		switch {
		case shortEscapes[u] != "":
			sb.WriteString(shortEscapes[u])
		case u == quote && quote == '\'':
			sb.WriteString(`\'`)
		case u < 0x20 || u >= 0x7F && u <= 0x9F:
			fmt.Fprintf(&sb, `\x%02X`, u)
		case u >= 0xD800 && u < 0xE000:
			if u < 0xDC00 && i+1 < len(units) && units[i+1] >= 0xDC00 && units[i+1] < 0xE000 {
				sb.WriteRune(utf16.DecodeRune(rune(u), rune(units[i+1])))
				i++
			} else {
				fmt.Fprintf(&sb, `\u%04x`, u)
			}
		default:
			sb.WriteRune(rune(u))
		}
	}
	sb.WriteByte(byte(quote))
	return sb.String()
}

func isIdentifier(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !(c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || i > 0 && c >= '0' && c <= '9') {
			return false
		}
	}
	return s != ""
}
