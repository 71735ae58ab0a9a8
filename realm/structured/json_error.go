package structured

import (
	"strconv"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// fail is the SyntaxError for something wrong at a position.
func (p *parser[T]) fail(what string, at int) error {
	return p.a.SyntaxError("%s", what+" at position "+strconv.Itoa(at))
}

// notJSON are texts that come from passing a value instead of its JSON.
var notJSON = []string{"undefined", "NaN", "Infinity", "[object Object]"}

// contextUnits is how much of the text a message shows on either side.
const contextUnits = 10

// unexpected is the SyntaxError for a character that cannot be where it is.
func (p *parser[T]) unexpected(at int) error {
	n := len(p.src)
	if at == n {
		return p.a.SyntaxError("Unexpected end of JSON input")
	}
	for _, text := range notJSON {
		if p.text.EqualGo(text) {
			return p.a.SyntaxError("%s", strconv.Quote(text)+" is not valid JSON")
		}
	}
	from, to := 0, n
	if n > 2*contextUnits {
		if at >= contextUnits {
			from = at - contextUnits
		}
		if at < n-contextUnits {
			to = at + contextUnits
		}
	}
	var b jstring.Builder
	b.ASCII("Unexpected token '")
	b.Unit(uint16(p.src[at]))
	b.ASCII("', ")
	if from > 0 {
		b.ASCII("...")
	}
	b.Unit('"')
	b.Part(p.text, from, to)
	b.Unit('"')
	if to < n {
		b.ASCII("...")
	}
	b.ASCII(" is not valid JSON")
	return object.Throw(object.Obj(p.a.NewError(p.a.CurrentRealm().Intrinsic(object.IntrinsicSyntaxErrorPrototype), b.String())))
}
