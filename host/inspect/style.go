package inspect

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// styles are the escape sequences of util.inspect.styles: on and off.
var styles = map[string][2]string{
	"special": {"36", "39"}, "number": {"33", "39"}, "bigint": {"33", "39"}, "boolean": {"33", "39"}, "undefined": {"90", "39"},
	"null": {"1", "22"}, "string": {"32", "39"}, "symbol": {"32", "39"}, "date": {"35", "39"}, "regexp": {"31", "39"}, "module": {"4", "24"},
}

// style colors a text if colors are asked for.
func (p *printer) style(s, kind string) string {
	c, ok := styles[kind]
	if !p.Colors || !ok {
		return s
	}
	return "\x1b[" + c[0] + "m" + s + "\x1b[" + c[1] + "m"
}

// width is the length of a text without escape sequences.
func (p *printer) width(s string) int {
	if !p.Colors {
		return length(s)
	}
	n := length(s)
	for {
		i := strings.Index(s, "\x1b[")
		if i < 0 {
			return n
		}
		m := strings.IndexByte(s[i:], 'm')
		if m < 0 {
			return n
		}
		n -= m + 1
		s = s[i+m+1:]
	}
}

// TextWidth is how many columns of a terminal a text takes, without what sets
// its colours.
func TextWidth(s string) int {
	p := printer{}
	p.Colors = true
	return p.columns(s)
}

// columns is how many columns of a terminal a text takes.
func (p *printer) columns(s string) int {
	n := p.width(s)
	if n == len(s) {
		return n
	}
	for _, c := range s {
		switch k := width.LookupRune(c).Kind(); {
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			if c <= 0xFFFF {
				n++ // above, it has two code units
			}
		case unicode.In(c, unicode.Mn, unicode.Me), c >= 0x200B && c <= 0x200F:
			n--
		case c > 0xFFFF:
			n--
		}
	}
	return n
}
