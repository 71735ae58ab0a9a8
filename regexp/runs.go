package regexp

import (
	"slices"

	"github.com/burrowjs/burrow/internal/unicodedata"
)

// startRun executes opRun: a greedy run takes all it can and leaves one entry
// that gives characters back one by one; a lazy one takes its minimum and
// leaves an entry that takes more.
func startRun[T unit](p *Program, m *Matcher, in []T, pc, pos int) (int, bool, error) {
	r := &p.runs[p.code[pc].a]
	if r.lazy {
		lo, n, err := takeTicked(r, m, in, pos, int(r.min))
		if err != nil || n < int(r.min) {
			return 0, false, err
		}
		if r.max == r.min {
			return lo, true, nil
		}
		more := r.max
		if more != unlimited {
			more -= r.min
		}
		return lo, true, m.push(int32(pc)|lazyRun, int32(lo), more)
	}
	var end, n int
	if len(in)-pos <= searchPiece {
		end, n = takeRun(r, in, pos, int(r.max))
		m.fuel -= n >> 4
	} else {
		var err error
		if end, n, err = takeTicked(r, m, in, pos, int(r.max)); err != nil {
			return 0, false, err
		}
	}
	if n < int(r.min) {
		return 0, false, nil
	}
	if r.possessive || n == int(r.min) {
		return end, true, nil
	}
	lo := pos + int(r.min)
	if r.wide {
		lo, _ = takeRun(r, in, pos, int(r.min))
	}
	return end, true, m.push(int32(pc)|greedyRun, int32(lo), int32(end))
}

// takeTicked is takeRun in pieces, with a tick after each.
func takeTicked[T unit](r *run, m *Matcher, in []T, pos, limit int) (end, n int, err error) {
	for {
		piece := min(limit-n, searchPiece)
		next, k := takeRun(r, in, pos, piece)
		pos, n = next, n+k
		if m.fuel -= k >> 4; m.fuel < 0 {
			if err := m.tick(0); err != nil {
				return pos, n, err
			}
		}
		if k < piece || n == limit {
			return pos, n, nil
		}
	}
}

// takeRun moves over at most limit characters of a run's class and returns the
// place and their number.
func takeRun[T unit](r *run, in []T, pos, limit int) (int, int) {
	start := pos
	if r.wide {
		n := 0
		for n < limit && pos < len(in) {
			c, size := codePoint(in, pos)
			if !r.class.has(c) {
				break
			}
			pos += size
			n++
		}
		return pos, n
	}
	part := in[pos:]
	if limit < len(part) {
		part = part[:limit]
	}
	class := r.class
	for i, c := range part {
		if uint32(c) < 256 {
			if !class.latin[uint8(c)] {
				return start + i, i
			}
		} else if !class.everyHigh && !class.high.Contains(rune(c)) {
			return start + i, i
		}
	}
	return start + len(part), len(part)
}

// resumeRun takes up the run of an entry on top of the stack; ok is false, and
// the entry gone, if the run has nothing more to offer.
func resumeRun[T unit](p *Program, m *Matcher, in []T, e *entry) (pc, pos int, ok bool) {
	if e.pc&greedyRun != 0 {
		pc = int(e.pc &^ greedyRun)
		r := &p.runs[p.code[pc].a]
		lo, at := int(e.a), int(e.b)
		before := at
		for at > lo {
			at--
			if r.wide && at > lo && middle(in, at) {
				at--
			}
			// OPT: places at which what follows cannot start are passed over,
			// though not too many without a tick.
			if admits(r.follow, in, at) || before-at >= searchPiece {
				ok = true
				break
			}
		}
		m.fuel -= (before - at) >> 4
		if e.b = int32(at); at <= lo {
			m.top--
		}
		return pc + 1, at, ok
	}
	pc = int(e.pc &^ lazyRun)
	r := &p.runs[p.code[pc].a]
	at, left := int(e.a), e.b
	before := at
	for left > 0 {
		if r.wide {
			next, n := takeRun(r, in, at, 1)
			if n == 0 {
				left = 0
				break
			}
			at = next
		} else {
			if at == len(in) || !hasUnit(r.class, in[at]) {
				left = 0
				break
			}
			at++
		}
		if left != unlimited {
			left--
		}
		if admits(r.follow, in, at) || at-before >= searchPiece {
			ok = true
			break
		}
	}
	m.fuel -= (at - before) >> 4
	e.a, e.b = int32(at), left
	if left == 0 {
		m.top--
	}
	return pc + 1, at, ok
}

// pushStrings leaves a choice point for each string of a set that matches at
// pos, the longest on top.
func pushStrings[T unit](s *stringSet, m *Matcher, in []T, pos int, pc int32) error {
	candidates := s.sorted
	for depth := 0; ; depth++ {
		if len(candidates) > 0 && len(candidates[0]) == depth {
			if err := m.push(pc, int32(pos), 0); err != nil {
				return err
			}
			candidates = candidates[1:]
		}
		if len(candidates) == 0 {
			return nil
		}
		var r rune
		var n int
		if s.back {
			if pos == 0 {
				return nil
			}
			r, n = codePointBefore(in, pos)
			pos -= n
		} else {
			if pos == len(in) {
				return nil
			}
			r, n = codePoint(in, pos)
			pos += n
		}
		if s.fold {
			r = unicodedata.SimpleFold(r)
		}
		compare := func(s []rune, r rune) int { return int(s[depth]) - int(r) }
		lo, _ := slices.BinarySearchFunc(candidates, r, compare)
		hi, _ := slices.BinarySearchFunc(candidates, r+1, compare)
		candidates = candidates[lo:hi]
	}
}
