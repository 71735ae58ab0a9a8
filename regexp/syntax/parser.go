package syntax

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/internal/unicodedata"
)

// Limits of one pattern. Groups nest in Go's recursion, so their depth is
// bounded; ranges are counted over all classes and all steps of their
// computation, which bounds both time and memory.
const (
	maxDepth  = 4000
	maxGroups = 1<<16 - 1
	maxRanges = 1 << 22
)

const eof = -1

type parser struct {
	src    []uint16
	pos    int
	flags  Flags
	umode  bool // u or v
	ignore bool // flags that modifiers change
	multi  bool
	dotAll bool

	depth   int
	groups  int
	ranges  int
	scanned bool // scan has set total and named
	total   int
	named   bool

	poll   func() error // asked now and then whether to go on, or nil
	polled int

	names    nameTable
	pending  []pendingReference
	variants map[rune]*CharacterClass
	sets     map[string]unicodedata.RangeSet
}

// failure carries an error out of the recursive descent; Parse recovers it.
type failure struct{ reason string }

// stop carries out an error of poll.
type stop struct{ err error }

// Parse parses a pattern. An error is an *Error with the whole message.
func Parse(pattern *jstring.String, flags Flags) (*Pattern, error) {
	return ParsePolled(pattern, flags, nil)
}

// ParsePolled is Parse that ends with the error of poll when it returns one.
func ParsePolled(pattern *jstring.String, flags Flags, poll func() error) (result *Pattern, err error) {
	p := &parser{
		poll:   poll,
		src:    pattern.AppendUnits(make([]uint16, 0, pattern.Len())),
		flags:  flags,
		umode:  flags.UnicodeMode(),
		ignore: flags&IgnoreCase != 0,
		multi:  flags&Multiline != 0,
		dotAll: flags&DotAll != 0,
	}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case stop:
			result, err = nil, r.err
		case failure:
			result, err = nil, &Error{"Invalid regular expression: /" + pattern.WTF8() + "/" + flags.String() + ": " + r.reason}
		default:
			panic(r)
		}
	}()
	body := p.disjunction()
	if p.pos < len(p.src) {
		p.fail("Unmatched ')'")
	}
	p.resolve()
	return &Pattern{Body: body, Flags: flags, NumGroups: p.groups, Names: p.names.list}, nil
}

func (p *parser) fail(reason string) { panic(failure{reason}) }

func (p *parser) enter() {
	if p.depth++; p.depth > maxDepth {
		p.fail("Regular expression too large")
	}
}

func (p *parser) leave() { p.depth-- }

// goOn ends the parse if poll says so.
func (p *parser) goOn() {
	if p.poll == nil {
		return
	}
	if err := p.poll(); err != nil {
		panic(stop{err})
	}
}

// charge counts n ranges that were computed.
func (p *parser) charge(n int) {
	p.goOn()
	if p.ranges += n; p.ranges > maxRanges {
		p.fail("Regular expression too large")
	}
}

// peek returns the code unit at distance n, or eof.
func (p *parser) peek(n int) int {
	if p.pos+n < len(p.src) {
		return int(p.src[p.pos+n])
	}
	return eof
}

func (p *parser) eat(c int) bool {
	if p.peek(0) == c {
		p.pos++
		return true
	}
	return false
}

// next takes one character: a code point in Unicode mode, else a unit. The
// caller has checked that there is one.
func (p *parser) next() rune {
	c := p.src[p.pos]
	p.pos++
	if p.umode && jstring.IsLeadSurrogate(c) && p.pos < len(p.src) && jstring.IsTrailSurrogate(p.src[p.pos]) {
		p.pos++
		return jstring.JoinSurrogates(c, p.src[p.pos-1])
	}
	return rune(c)
}

// Disjunction :: Alternative | Alternative `|` Disjunction
func (p *parser) disjunction() Node {
	p.enter()
	defer p.leave()
	p.names.open(p.pos)
	first := p.alternative()
	if p.peek(0) != '|' {
		p.names.close()
		return first
	}
	alternatives := []Node{first}
	for p.eat('|') {
		p.names.nextAlternative(p.pos)
		alternatives = append(alternatives, p.alternative())
	}
	p.names.close()
	return &Disjunction{alternatives}
}

// Alternative :: [empty] | Alternative Term
func (p *parser) alternative() Node {
	var terms []Node
	for {
		switch p.peek(0) {
		case eof, '|', ')':
			if len(terms) == 1 {
				return terms[0]
			}
			return &Alternative{terms}
		}
		if p.pos >= p.polled {
			p.goOn()
			p.polled = p.pos + 1<<12
		}
		terms = append(terms, p.term())
	}
}

// Term :: Assertion | Atom | Atom Quantifier, with Annex B.1.2's ExtendedAtom
func (p *parser) term() Node {
	first := p.groups + 1
	var atom Node
	switch c := p.peek(0); c {
	case '^':
		p.pos++
		if p.multi {
			return &Assertion{Kind: StartOfLine}
		}
		return &Assertion{Kind: Start}
	case '$':
		p.pos++
		if p.multi {
			return &Assertion{Kind: EndOfLine}
		}
		return &Assertion{Kind: End}
	case '(':
		var quantifiable bool
		if atom, quantifiable = p.group(); !quantifiable {
			if p.atQuantifier() {
				p.fail("Invalid quantifier")
			}
			return atom
		}
	case '*', '+', '?':
		p.fail("Nothing to repeat")
	case '.':
		p.pos++
		if p.dotAll {
			atom = &CharacterClass{Set: everything}
		} else {
			atom = &CharacterClass{Set: notLineTerminators}
		}
	case '[':
		p.pos++
		atom = p.class()
	case '\\':
		atom = p.atomEscape()
		if _, ok := atom.(*Assertion); ok {
			return atom
		}
	case '{', '}', ']':
		if c == '{' {
			if _, _, _, ok := p.interval(); ok {
				p.fail("Nothing to repeat")
			}
		}
		if p.umode {
			p.fail("Lone quantifier brackets")
		}
		atom = p.character(p.next())
	default:
		atom = p.character(p.next())
	}
	return p.quantifier(atom, first)
}

func (p *parser) atQuantifier() bool {
	switch p.peek(0) {
	case '*', '+', '?':
		return true
	case '{':
		start := p.pos
		_, _, _, ok := p.interval()
		p.pos = start
		return ok
	}
	return false
}

// quantifier parses the Quantifier that may follow an atom whose groups begin at first.
func (p *parser) quantifier(atom Node, first int) Node {
	lo, hi := 0, Infinity
	switch p.peek(0) {
	case '*':
		p.pos++
	case '+':
		p.pos++
		lo = 1
	case '?':
		p.pos++
		hi = 1
	case '{':
		var ok, ordered bool
		if lo, hi, ordered, ok = p.interval(); !ok {
			if p.umode {
				p.fail("Incomplete quantifier")
			}
			return atom
		}
		if !ordered {
			p.fail("numbers out of order in {} quantifier")
		}
	default:
		return atom
	}
	return &Quantifier{Min: lo, Max: hi, Lazy: p.eat('?'), Body: atom, FirstGroup: first, EndGroup: p.groups + 1}
}

// interval parses {n}, {n,} or {n,m}; if there is none, it moves nothing.
func (p *parser) interval() (lo, hi int, ordered, ok bool) {
	start := p.pos
	p.pos++
	from := p.digits()
	to := from
	if from != nil && p.eat(',') {
		to = p.digits()
	}
	if from == nil || !p.eat('}') {
		p.pos = start
		return 0, 0, false, false
	}
	lo, hi = clamp(from), Infinity
	if to == nil {
		return lo, hi, true, true
	}
	hi = clamp(to)
	ordered = len(from) < len(to) || len(from) == len(to) && !less(to, from)
	return lo, hi, ordered, true
}

// digits takes decimal digits and returns them without leading zeros, or nil
// if there are none.
func (p *parser) digits() []uint16 {
	start := p.pos
	for c := p.peek(0); '0' <= c && c <= '9'; c = p.peek(0) {
		p.pos++
	}
	if p.pos == start {
		return nil
	}
	for start < p.pos-1 && p.src[start] == '0' {
		start++
	}
	return p.src[start:p.pos]
}

func clamp(digits []uint16) int {
	n := 0
	for _, d := range digits {
		if n = n*10 + int(d-'0'); n >= Infinity {
			return Infinity
		}
	}
	return n
}

func less(a, b []uint16) bool {
	for i := range a {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return false
}

// group parses everything that starts with a parenthesis. Lookbehind, and in
// Unicode mode lookahead, takes no quantifier.
func (p *parser) group() (node Node, quantifiable bool) {
	p.pos++
	first := p.groups + 1
	if !p.eat('?') {
		return p.capture(), true
	}
	look := &Lookaround{FirstGroup: first}
	switch p.peek(0) {
	case ':':
		p.pos++
		return p.body(), true
	case '=':
		p.pos++
	case '!':
		p.pos++
		look.Negative = true
	case '<':
		c := p.peek(1)
		if c != '=' && c != '!' {
			p.pos++
			p.declare(p.groupName())
			return p.capture(), true
		}
		p.pos += 2
		look.Behind, look.Negative = true, c == '!'
	case '-', 'i', 'm', 's':
		return p.modifiers(), true
	default:
		p.fail("Invalid group")
	}
	look.Body = p.body()
	look.EndGroup = p.groups + 1
	return look, !look.Behind && !p.umode
}

func (p *parser) capture() Node {
	if p.groups++; p.groups > maxGroups {
		p.fail("Too many captures")
	}
	index := p.groups
	return &Group{index, p.body()}
}

// body parses a Disjunction and the closing parenthesis.
func (p *parser) body() Node {
	body := p.disjunction()
	if !p.eat(')') {
		p.fail("Unterminated group")
	}
	return body
}

// modifiers parses `(?` RegularExpressionModifiers `-` RegularExpressionModifiers `:` Disjunction `)`.
func (p *parser) modifiers() Node {
	var add, remove Flags
	set, dash := &add, false
	for {
		var bit Flags
		switch p.peek(0) {
		case 'i':
			bit = IgnoreCase
		case 'm':
			bit = Multiline
		case 's':
			bit = DotAll
		case '-':
			if dash {
				p.fail("Multiple dashes in flag group")
			}
			p.pos++
			set, dash = &remove, true
			continue
		case ':':
			if add|remove == 0 {
				p.fail("Invalid flag group")
			}
			p.pos++
			return p.modified(add, remove)
		default:
			p.fail("Invalid flag group")
		}
		if (add|remove)&bit != 0 {
			p.fail("Repeated flag in flag group")
		}
		*set |= bit
		p.pos++
	}
}

func (p *parser) modified(add, remove Flags) Node {
	ignore, multi, dotAll := p.ignore, p.multi, p.dotAll
	update := func(flag *bool, bit Flags) {
		*flag = (*flag || add&bit != 0) && remove&bit == 0
	}
	update(&p.ignore, IgnoreCase)
	update(&p.multi, Multiline)
	update(&p.dotAll, DotAll)
	body := p.body()
	p.ignore, p.multi, p.dotAll = ignore, multi, dotAll
	return body
}

// character makes the node for one character: a class of its case variants if
// it has any and case is ignored.
func (p *parser) character(r rune) Node {
	if !p.ignore {
		return &Character{r}
	}
	if c, ok := p.variants[r]; ok {
		if c != nil {
			return c
		}
		return &Character{r}
	}
	if p.variants == nil {
		p.variants = map[rune]*CharacterClass{}
	}
	variants := unicodedata.CaseVariants(r, p.umode)
	if variants == nil {
		p.variants[r] = nil
		return &Character{r}
	}
	ranges := make([]unicodedata.Range, len(variants))
	for i, v := range variants {
		ranges[i] = unicodedata.Range{Lo: v, Hi: v}
	}
	c := &CharacterClass{Set: unicodedata.MakeSet(ranges)}
	p.variants[r] = c
	return c
}

// scan counts the groups of the whole pattern and looks for names: \1 and \k
// without u or v mean different things before that is known.
func (p *parser) scan() {
	if p.scanned {
		return
	}
	p.scanned = true
	class := 0
	for i := 0; i < len(p.src); i++ {
		switch p.src[i] {
		case '\\':
			i++
		case '[':
			if class == 0 || p.flags&UnicodeSets != 0 {
				class++
			}
		case ']':
			class = max(class-1, 0)
		case '(':
			if class > 0 {
				continue
			}
			rest := p.src[i+1:]
			if len(rest) == 0 || rest[0] != '?' {
				p.total++
			} else if len(rest) > 2 && rest[1] == '<' && rest[2] != '=' && rest[2] != '!' {
				p.total++
				p.named = true
			}
		}
	}
}
