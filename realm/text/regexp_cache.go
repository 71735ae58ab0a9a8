package text

import (
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/regexp"
	"github.com/burrowjs/burrow/regexp/syntax"
)

// matching is what an agent keeps for regular expressions: the programs
// compiled lately and the memory of the matcher.
type matching struct {
	agent *object.Agent

	programs map[programKey]*cachedProgram
	old      map[programKey]*cachedProgram // the generation before
	bytes    int                           // of programs

	matcher regexp.Matcher
	busy    bool
}

type programKey struct {
	hash   uint32
	length int
	flags  syntax.Flags
}

type cachedProgram struct {
	pattern *jstring.String
	program *regexp.Program
}

// A generation of cached programs ends when it has this many entries or bytes.
const (
	maxPrograms     = 512
	maxProgramBytes = 4 << 20
)

type matchingKey struct{}

func matchingOf(a *object.Agent) *matching {
	if m, ok := a.ChapterData[matchingKey{}].(*matching); ok {
		return m
	}
	m := &matching{agent: a, programs: map[programKey]*cachedProgram{}}
	m.matcher.Limits = a
	a.SetChapterData(matchingKey{}, m)
	return m
}

// program returns the compiled form of a pattern, or a SyntaxError.
func (m *matching) program(pattern, flags *jstring.String) (*regexp.Program, error) {
	f, ok := syntax.ParseFlags(flags)
	if !ok {
		return nil, m.agent.SyntaxError("%s", syntax.FlagsError(flags).Message)
	}
	key := programKey{pattern.Hash(), pattern.Len(), f}
	if e := m.programs[key]; e != nil && jstring.Equal(e.pattern, pattern) {
		return e.program, nil
	}
	e := m.old[key]
	if e == nil || !jstring.Equal(e.pattern, pattern) {
		if err := m.agent.Tick(pattern.Len() / 4); err != nil {
			return nil, err
		}
		if err := m.agent.Charge(1024 + 64*pattern.Len()); err != nil {
			return nil, err
		}
		p, err := regexp.CompilePolled(pattern, flags, m.agent.Attend)
		if _, invalid := err.(*syntax.Error); err != nil && !invalid {
			return nil, err
		} else if err != nil {
			return nil, m.agent.SyntaxError("%s", err.Error())
		}
		e = &cachedProgram{pattern, p}
	}
	size := e.program.Size() + 2*pattern.Len()
	if size > maxProgramBytes/4 {
		return e.program, nil
	}
	if m.bytes += size; len(m.programs) >= maxPrograms || m.bytes > maxProgramBytes {
		m.old, m.programs, m.bytes = m.programs, map[programKey]*cachedProgram{}, size
	}
	m.programs[key] = e
	return e.program, nil
}

// matchFunction is one of the ways to run a program: Program.Match and its kin.
type matchFunction func(p *regexp.Program, m *regexp.Matcher, s *jstring.String, from int) ([]int, bool, error)

// run matches with the agent's matcher. The captures are valid until the next
// run, so nothing that may run script comes between a run and their use.
func (m *matching) run(f matchFunction, p *regexp.Program, s *jstring.String, from int) ([]int, bool, error) {
	if m.busy {
		// The limits were polled within a match, and what runs there matches too.
		return f(p, &regexp.Matcher{Limits: m.agent}, s, from)
	}
	m.busy = true
	captures, ok, err := f(p, &m.matcher, s, from)
	m.busy = false
	return captures, ok, err
}
