package test262

import (
	"fmt"
	"strings"
)

// An Outcome is how a scenario ended.
type Outcome string

// The outcomes. All but the first count as not passed.
const (
	Pass        Outcome = "pass"
	Fail        Outcome = "fail"        // a wrong result
	Timeout     Outcome = "timeout"     // the engine stopped the script at the limit
	Hang        Outcome = "hang"        // the engine did not stop it and was killed
	Panic       Outcome = "panic"       // the engine recovered from a bug of its own
	Crash       Outcome = "crash"       // the engine's process died
	Memory      Outcome = "memory"      // the process grew over the limit and was killed
	Unsupported Outcome = "unsupported" // the engine says that it cannot run this
	Skip        Outcome = "skip"        // skip.txt names it
)

var outcomes = []Outcome{Pass, Fail, Timeout, Hang, Panic, Crash, Memory, Unsupported, Skip}

const (
	asyncComplete = "Test262:AsyncTestComplete"
	asyncPrefix   = "Test262:Async"
)

// Judge compares an answer with what the test asks for. The text says why it
// is not a pass.
func Judge(meta *Meta, r *Result) (Outcome, string) {
	switch r.Host {
	case "":
	case HostTimeout:
		return Timeout, orElse(r.Message, "no end within the limit")
	case HostPanic:
		return Panic, r.Message
	case HostUnsupported:
		return Unsupported, r.Message
	default:
		return Fail, fmt.Sprintf("unknown host value %q: %s", r.Host, r.Message)
	}
	if r.Phase == "harness" {
		return Fail, "harness: " + describe(r)
	}
	if meta.Negative != nil {
		return judgeNegative(meta.Negative, r)
	}
	if r.Phase != "" {
		return Fail, describe(r)
	}
	if meta.HasFlag("async") {
		return judgeAsync(r.Print)
	}
	return Pass, ""
}

func judgeNegative(want *Negative, r *Result) (Outcome, string) {
	expected := fmt.Sprintf("expected %s at %s", want.Type, want.Phase)
	if r.Phase == "" {
		return Fail, expected + ", nothing was thrown"
	}
	early := r.Phase == "early" && (want.Phase == "parse" || want.Phase == "resolution")
	if r.Error != want.Type || r.Phase != want.Phase && !early {
		return Fail, fmt.Sprintf("%s, got at %s: %s", expected, r.Phase, describe(r))
	}
	return Pass, ""
}

// judgeAsync looks at what an asynchronous test printed: the first message of
// the protocol decides, and a failure after it still counts.
func judgeAsync(lines []string) (Outcome, string) {
	complete := false
	for _, line := range lines {
		switch {
		case line == asyncComplete:
			complete = true
		case strings.HasPrefix(line, asyncPrefix):
			return Fail, strings.TrimPrefix(line, "Test262:AsyncTestFailure:")
		}
	}
	if !complete {
		return Fail, "the test ended without calling $DONE"
	}
	return Pass, ""
}

// describe is the thrown value in one piece of text.
func describe(r *Result) string {
	name := orElse(r.Error, "(no constructor name)")
	if r.Message == "" || r.Message == name {
		return name
	}
	if strings.HasPrefix(r.Message, name) {
		return r.Message
	}
	return name + ": " + r.Message
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
