package lexer

// scanPunctuator scans a punctuator (12.8), the longest one that fits.
func (l *Lexer) scanPunctuator(c uint16) {
	src := l.src[l.pos:]
	kind, n := Illegal, 1
	c1 := src[1]
	switch c {
	case '{':
		kind = LBrace
	case '}':
		kind = RBrace
	case '(':
		kind = LParen
	case ')':
		kind = RParen
	case '[':
		kind = LBracket
	case ']':
		kind = RBracket
	case ';':
		kind = Semicolon
	case ',':
		kind = Comma
	case ':':
		kind = Colon
	case '~':
		kind = BitNot
	case '`':
		kind = Template
	case '.':
		if c1 == '.' && src[2] == '.' {
			kind, n = Ellipsis, 3
		} else {
			kind = Dot
		}
	case '?':
		switch {
		case c1 == '?' && src[2] == '=':
			kind, n = AssignCoalesce, 3
		case c1 == '?':
			kind, n = Coalesce, 2
		case c1 == '.' && !isDigit(src[2]):
			kind, n = QuestionDot, 2
		default:
			kind = Question
		}
	case '=':
		switch {
		case c1 == '=' && src[2] == '=':
			kind, n = StrictEq, 3
		case c1 == '=':
			kind, n = Eq, 2
		case c1 == '>':
			kind, n = Arrow, 2
		default:
			kind = Assign
		}
	case '!':
		switch {
		case c1 == '=' && src[2] == '=':
			kind, n = StrictNe, 3
		case c1 == '=':
			kind, n = Ne, 2
		default:
			kind = Not
		}
	case '+':
		kind, n = l.repeated(c, Add, Inc, AssignAdd)
	case '-':
		kind, n = l.repeated(c, Sub, Dec, AssignSub)
	case '*':
		if c1 == '*' && src[2] == '=' {
			kind, n = AssignExp, 3
		} else {
			kind, n = l.repeated(c, Mul, Exp, AssignMul)
		}
	case '/':
		kind, n = l.repeated(0, Div, Div, AssignDiv)
	case '%':
		kind, n = l.repeated(0, Mod, Mod, AssignMod)
	case '&':
		if c1 == '&' && src[2] == '=' {
			kind, n = AssignAnd, 3
		} else {
			kind, n = l.repeated(c, BitAnd, And, AssignBitAnd)
		}
	case '|':
		if c1 == '|' && src[2] == '=' {
			kind, n = AssignOr, 3
		} else {
			kind, n = l.repeated(c, BitOr, Or, AssignBitOr)
		}
	case '^':
		kind, n = l.repeated(0, BitXor, BitXor, AssignBitXor)
	case '<':
		if c1 == '<' && src[2] == '=' {
			kind, n = AssignShl, 3
		} else {
			kind, n = l.repeated(c, Lt, Shl, Le)
		}
	case '>':
		switch {
		case c1 == '>' && src[2] == '>' && src[3] == '=':
			kind, n = AssignShr, 4
		case c1 == '>' && src[2] == '>':
			kind, n = Shr, 3
		case c1 == '>' && src[2] == '=':
			kind, n = AssignSar, 3
		default:
			kind, n = l.repeated(c, Gt, Sar, Ge)
		}
	default:
		l.fail("Invalid or unexpected token", l.pos)
	}
	l.Tok.Kind = kind
	l.pos += n
}

// repeated chooses by the second character: double if it is c, assign if it is =.
func (l *Lexer) repeated(c uint16, single, double, assign Kind) (Kind, int) {
	switch l.src[l.pos+1] {
	case '=':
		return assign, 2
	case c:
		if c != 0 {
			return double, 2
		}
	}
	return single, 1
}
