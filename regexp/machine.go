package regexp

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/internal/unicodedata"
)

// execute runs the program at one position. On success, register 1 is the end of
// the match; on failure, the stack is empty.
func execute[T unit](p *Program, m *Matcher, in []T, start int) (bool, error) {
	pc, pos := 0, start
	code := p.code
	m.top = 0
	for {
		i := &code[pc]
		switch i.op {
		case opMatch:
			m.regs[1] = int32(pos)
			m.dirty = true
			m.top = 0
			return true, nil

		case opChar:
			if pos >= len(in) || int32(in[pos]) != i.a {
				goto fail
			}
			pos++
			pc++

		case opChar2:
			if pos >= len(in) || int32(in[pos]) != i.a && int32(in[pos]) != i.b {
				goto fail
			}
			pos++
			pc++

		case opString:
			units := p.literals[i.a].units
			if len(in)-pos < len(units) || !hasLiteral(in[pos:], units) {
				m.fuel -= len(units) >> 6
				goto fail
			}
			pos += len(units)
			pc++

		case opClass:
			if pos >= len(in) || !hasUnit(p.classes[i.a], in[pos]) {
				goto fail
			}
			pos++
			pc++

		case opClassWide:
			if pos >= len(in) {
				goto fail
			}
			r, n := codePoint(in, pos)
			if !p.classes[i.a].has(r) {
				goto fail
			}
			pos += n
			pc++

		case opCharBack:
			if pos == 0 || int32(in[pos-1]) != i.a {
				goto fail
			}
			pos--
			pc++

		case opClassBack:
			if pos == 0 || !hasUnit(p.classes[i.a], in[pos-1]) {
				goto fail
			}
			pos--
			pc++

		case opClassWideBack:
			if pos == 0 {
				goto fail
			}
			r, n := codePointBefore(in, pos)
			if !p.classes[i.a].has(r) {
				goto fail
			}
			pos -= n
			pc++

		case opStrings:
			if err := pushStrings(&p.strings[i.a], m, in, pos, int32(pc+1)); err != nil {
				return false, err
			}
			goto fail

		case opJump:
			pc = int(i.a)

		case opSplit:
			s := &p.splits[i.a]
			if m.fuel--; m.fuel < 0 {
				if err := m.tick(0); err != nil {
					return false, err
				}
			}
			// OPT: a branch that cannot match the next unit is not tried.
			if !admits(s.fa, in, pos) {
				if !admits(s.fb, in, pos) {
					goto fail
				}
				pc = int(s.b)
				continue
			}
			if admits(s.fb, in, pos) {
				if m.top == len(m.stack) {
					if err := m.grow(); err != nil {
						return false, err
					}
				}
				m.stack[m.top] = entry{s.b, int32(pos), 0}
				m.top++
			}
			pc = int(s.a)

		case opRun:
			next, ok, err := startRun(p, m, in, pc, pos)
			if err != nil {
				return false, err
			}
			if !ok {
				goto fail
			}
			pos = next
			pc++

		case opSave:
			if !m.testing {
				if err := m.set(i.a, int32(pos)); err != nil {
					return false, err
				}
			}
			pc++

		case opReset:
			if !m.testing {
				m.fuel -= int(i.b-i.a) >> 3
				for reg := i.a; reg <= i.b; reg++ {
					if m.regs[reg] >= 0 {
						if err := m.set(reg, -1); err != nil {
							return false, err
						}
					}
				}
			}
			pc++

		case opMark:
			if err := m.set(i.a, int32(pos)); err != nil {
				return false, err
			}
			pc++

		case opProgress:
			if m.regs[i.a] == int32(pos) {
				goto fail
			}
			pc++

		case opLoopStart:
			if err := m.set(p.loops[i.a].counter, 0); err != nil {
				return false, err
			}
			pc++

		case opLoop:
			l := &p.loops[i.a]
			if m.fuel--; m.fuel < 0 {
				if err := m.tick(0); err != nil {
					return false, err
				}
			}
			switch n := m.regs[l.counter]; {
			case n < l.min:
				pc = int(l.body)
			case n >= l.max:
				pc = int(l.end)
			default:
				first, second := l.body, l.end
				if l.lazy {
					first, second = second, first
				}
				if err := m.push(second, int32(pos), 0); err != nil {
					return false, err
				}
				pc = int(first)
			}

		case opLoopEnd:
			l := &p.loops[i.a]
			n := m.regs[l.counter]
			if n >= l.min && l.mark >= 0 && m.regs[l.mark] == int32(pos) {
				goto fail
			}
			// A loop without maximum needs to count to its minimum only.
			if n < l.min || l.max < unlimited {
				if err := m.set(l.counter, n+1); err != nil {
					return false, err
				}
			}
			pc = int(l.at)

		case opStart:
			if pos != 0 {
				goto fail
			}
			pc++

		case opStartLine:
			if pos != 0 && !unicodedata.IsLineTerminator(rune(in[pos-1])) {
				goto fail
			}
			pc++

		case opEnd:
			if pos != len(in) {
				goto fail
			}
			pc++

		case opEndLine:
			if pos != len(in) && !unicodedata.IsLineTerminator(rune(in[pos])) {
				goto fail
			}
			pc++

		case opWordBoundary, opNotBoundary:
			before := pos > 0 && isWord(uint16(in[pos-1]), i.flag != 0)
			after := pos < len(in) && isWord(uint16(in[pos]), i.flag != 0)
			if (before != after) != (i.op == opWordBoundary) {
				goto fail
			}
			pc++

		case opReference:
			next, ok := matchReference(p, &p.refs[i.a], m, in, pos)
			if !ok {
				goto fail
			}
			pos = next
			pc++

		case opLook:
			l := &p.looks[i.a]
			m.regs[l.height], m.regs[l.pos] = int32(m.top), int32(pos)
			if l.negative {
				if err := m.push(l.end, int32(pos), 0); err != nil {
					return false, err
				}
			}
			pc++

		case opLookEnd:
			l := &p.looks[i.a]
			if l.negative {
				m.unwind(int(m.regs[l.height]))
				goto fail
			}
			m.fuel -= (m.top - int(m.regs[l.height])) >> 3
			m.commit(int(m.regs[l.height]))
			pos = int(m.regs[l.pos])
			pc++
		}
		continue

	fail:
		if m.fuel--; m.fuel < 0 {
			if err := m.tick(0); err != nil {
				return false, err
			}
		}
		for {
			if m.top == 0 {
				return false, nil
			}
			e := &m.stack[m.top-1]
			if e.pc < 0 {
				m.regs[^e.pc] = e.a
				m.top--
				continue
			}
			if e.pc < lazyRun {
				pc, pos = int(e.pc), int(e.a)
				m.top--
				break
			}
			var ok bool
			if pc, pos, ok = resumeRun(p, m, in, e); ok {
				break
			}
		}
	}
}

const unlimited = 1<<31 - 1

// admits reports whether f lets what is at pos pass.
func admits[T unit](f *filter, in []T, pos int) bool {
	if f == nil {
		return true
	}
	if pos >= len(in) {
		return f.end
	}
	c := in[pos]
	if uint32(c) < 256 {
		return f.latin.has(uint8(c))
	}
	return f.high
}

func hasUnit[T unit](c *class, u T) bool {
	if uint32(u) < 256 {
		return c.latin[uint8(u)]
	}
	return c.everyHigh || c.high.Contains(rune(u))
}

// codePoint returns the code point that starts at pos, and its length.
func codePoint[T unit](in []T, pos int) (rune, int) {
	c := uint16(in[pos])
	if jstring.IsLeadSurrogate(c) && pos+1 < len(in) {
		if d := uint16(in[pos+1]); jstring.IsTrailSurrogate(d) {
			return jstring.JoinSurrogates(c, d), 2
		}
	}
	return rune(c), 1
}

// codePointBefore returns the code point that ends at pos, and its length.
func codePointBefore[T unit](in []T, pos int) (rune, int) {
	d := uint16(in[pos-1])
	if jstring.IsTrailSurrogate(d) && pos > 1 {
		if c := uint16(in[pos-2]); jstring.IsLeadSurrogate(c) {
			return jstring.JoinSurrogates(c, d), 2
		}
	}
	return rune(d), 1
}

// isWord is 22.2.2.9.3 WordCharacters ( rer ), https://tc39.es/ecma262/#sec-wordcharacters
func isWord(c uint16, folded bool) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' || folded && (c == 0x17F || c == 0x212A)
}

// matchReference is 22.2.2.7.2 BackreferenceMatcher ( rer, ns, direction ), https://tc39.es/ecma262/#sec-backreference-matcher
func matchReference[T unit](p *Program, ref *reference, m *Matcher, in []T, pos int) (int, bool) {
	from, to := -1, -1
	for _, group := range ref.groups {
		if s, e := int(m.regs[2*group]), int(m.regs[2*group+1]); s >= 0 && e >= 0 {
			from, to = s, e
			break
		}
	}
	n := to - from
	if n <= 0 {
		return pos, true
	}
	m.fuel -= n >> 3
	at, next := pos, pos+n
	if ref.back {
		at, next = pos-n, pos-n
	}
	if at < 0 || at+n > len(in) || p.unicode && middle(in, next) {
		return 0, false
	}
	for k := 0; k < n; {
		if ref.ignoreCase && p.unicode {
			x, size := codePoint(in[:to], from+k)
			y, _ := codePoint(in, at+k)
			if x != y && unicodedata.SimpleFold(x) != unicodedata.SimpleFold(y) {
				return 0, false
			}
			k += size
			continue
		}
		if a, b := in[from+k], in[at+k]; a != b {
			if !ref.ignoreCase || unicodedata.Canonicalize(rune(a), false) != unicodedata.Canonicalize(rune(b), false) {
				return 0, false
			}
		}
		k++
	}
	return next, true
}
