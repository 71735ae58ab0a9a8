// Package lexer turns source text into tokens (ECMA-262, clause 12).
//
// The lexer is pulled: Next scans one token into Tok. The grammar has several
// goal symbols for lexical elements; Next always scans with the goal
// InputElementDiv, and a parser that finds itself at the start of an expression
// has the current token scanned again, with ScanRegExp at a `/`, and with
// ScanTemplate at a backquote or at the `}` that ends a substitution. Only the
// parser knows, and it asks before it pulls the next token, so nothing is ever
// scanned twice but that one character.
//
// Tokens are values, names are canonical (see Names), and the source is read as
// UTF-16 units with a few zero units behind the end, so that looking ahead needs
// no bounds in its logic. Errors are sticky: the token becomes Illegal and Err says why.
package lexer

import (
	"github.com/burrowjs/burrow/internal/jstring"
)

// Error is a lexical error at an offset.
type Error struct {
	Message string
	Offset  uint32
}

func (e *Error) Error() string { return e.Message }

// Lexer scans a source text.
type Lexer struct {
	Tok Token
	// PrevEnd is the end of the token before Tok.
	PrevEnd uint32
	Err     *Error
	Names   *Names
	// Module turns HTML-like comments off.
	Module bool

	source   *jstring.String
	src      []uint16
	pos      int
	end      int
	hashbang int // where a Hashbang comment is allowed beside the start, or 0
}

const lookahead = 4

// Text is a source text in the form that lexers read: UTF-16, with zeros behind
// the end. It is not changed and may be shared.
type Text struct {
	Source *jstring.String
	units  []uint16
}

// NewText returns the Text of source.
func NewText(source *jstring.String) *Text {
	n := source.Len()
	units := make([]uint16, n+lookahead)
	if source.IsLatin1() {
		bytes := source.Latin1()
		part := units[:len(bytes)]
		for i, c := range bytes {
			part[i] = uint16(c)
		}
	} else {
		copy(units, source.TwoByte())
	}
	return &Text{source, units}
}

// NewLexer returns a lexer of text from offset from to offset to, which is the end of
// a token; Next has not been called.
func NewLexer(text *Text, from, to int, names *Names) *Lexer {
	return &Lexer{source: text.Source, src: text.units, Names: names, pos: from, end: to, PrevEnd: uint32(from)}
}

// SkipHashbang skips a Hashbang comment (12.5) at the very start.
func (l *Lexer) SkipHashbang() {
	if l.pos == 0 && l.src[0] == '#' && l.src[1] == '!' {
		l.skipLine()
	}
}

// HOST: AllowHashbang allows one more Hashbang comment at an offset: where the
// body begins of a function that hosts make of a file.
func (l *Lexer) AllowHashbang(offset int) { l.hashbang = offset }

// State is what Save remembers.
type State struct {
	tok     Token
	prevEnd uint32
	pos     int
	err     *Error
}

// Save returns the state of the lexer, to look ahead and come back with Restore.
func (l *Lexer) Save() State { return State{l.Tok, l.PrevEnd, l.pos, l.Err} }

// Restore goes back to a saved state.
func (l *Lexer) Restore(s State) { l.Tok, l.PrevEnd, l.pos, l.Err = s.tok, s.prevEnd, s.pos, s.err }

// Stop makes the current and all further tokens EOF.
func (l *Lexer) Stop() {
	l.pos, l.Err = l.end, nil
	l.Tok.Kind = EOF
}

// Unit returns the code unit at an offset, 0 from the end on.
func (l *Lexer) Unit(offset uint32) uint16 {
	if int(offset) >= l.end {
		return 0
	}
	return l.src[offset]
}

func (l *Lexer) fail(message string, at int) {
	if l.Err == nil {
		l.Err = &Error{message, uint32(at)}
	}
	l.Tok.Kind = Illegal
}

func (l *Lexer) skipLine() {
	for l.pos < l.end && !isLineTerminator(l.src[l.pos]) {
		l.pos++
	}
}

// skipSpace skips white space and comments, noting line terminators. It returns
// false after an unterminated comment.
func (l *Lexer) skipSpace() bool {
	src := l.src
	for {
		c := src[l.pos]
		switch {
		case c == ' ' || c == '\t' || c == '\v' || c == '\f':
			l.pos++
		case c == '\n' || c == '\r':
			l.Tok.Newline = true
			l.pos++
		case l.pos >= l.end && (c == '/' || c == '<' || c == '-'):
			return true // what comes after a part of a text is not looked at
		case c == '/':
			if src[l.pos+1] == '/' {
				l.skipLine()
			} else if src[l.pos+1] == '*' {
				if !l.skipComment() {
					return false
				}
			} else {
				return true
			}
		case c == '<' && !l.Module && src[l.pos+1] == '!' && src[l.pos+2] == '-' && src[l.pos+3] == '-':
			l.skipLine()
		case c == '-' && !l.Module && src[l.pos+1] == '-' && src[l.pos+2] == '>' && (l.Tok.Newline || l.PrevEnd == 0):
			l.skipLine()
		case c == '#' && l.hashbang != 0 && l.pos == l.hashbang && src[l.pos+1] == '!':
			l.skipLine()
		case c < 128:
			return true
		case c == 0x2028 || c == 0x2029:
			l.Tok.Newline = true
			l.pos++
		case isSpace(c):
			l.pos++
		default:
			return true
		}
	}
}

func (l *Lexer) skipComment() bool {
	start := l.pos
	src := l.src
	for i := l.pos + 2; i < l.end; i++ {
		c := src[i]
		if c == '*' && src[i+1] == '/' && i+1 < l.end {
			l.pos = i + 2
			return true
		}
		if c <= '\r' || c >= 0x2028 {
			if isLineTerminator(c) {
				l.Tok.Newline = true
			}
		}
	}
	l.pos = l.end
	l.fail("Invalid or unexpected token", start)
	return false
}

// Next scans the next token.
func (l *Lexer) Next() {
	l.PrevEnd = l.Tok.End
	t := &l.Tok
	t.Newline, t.Escaped, t.Legacy = false, false, LegacyNone
	if l.Err != nil || !l.skipSpace() {
		t.Start, t.End = uint32(l.pos), uint32(l.pos)
		t.Kind = Illegal
		return
	}
	t.Start = uint32(l.pos)
	if l.pos >= l.end {
		t.Kind, t.End = EOF, t.Start
		return
	}
	c := l.src[l.pos]
	switch {
	case c >= 128:
		l.scanWordSlow(l.pos)
	case charClass[c]&charIDStart != 0:
		l.scanWord(l.pos)
	case c >= '0' && c <= '9' || c == '.' && isDigit(l.src[l.pos+1]):
		l.scanNumber()
	case c == '"' || c == '\'':
		l.scanString(c)
	case c == '\\':
		l.scanWordSlow(l.pos)
	case c == '#':
		l.pos++
		start := l.pos - 1
		if c := l.src[l.pos]; c < 128 && c != '\\' && charClass[c]&charIDStart == 0 {
			l.fail("Invalid or unexpected token", start)
			break
		}
		l.scanWord(start)
		if t.Kind != Illegal {
			t.Kind = PrivateName
		}
	default:
		l.scanPunctuator(c)
	}
	t.End = uint32(l.pos)
}

func isDigit(c uint16) bool { return c >= '0' && c <= '9' }
