package test262

import "testing"

func TestJudge(t *testing.T) {
	plain, async := &Meta{}, &Meta{Flags: []string{"async"}}
	negative := func(phase, typ string) *Meta { return &Meta{Negative: &Negative{phase, typ}} }
	for _, test := range []struct {
		name string
		meta *Meta
		r    Result
		want Outcome
	}{
		{"quiet end", plain, Result{}, Pass},
		{"exception", plain, Result{Phase: "runtime", Error: "TypeError"}, Fail},
		{"exception without a name", plain, Result{Phase: "runtime"}, Fail},
		{"timeout", plain, Result{Host: "timeout"}, Timeout},
		{"panic", plain, Result{Host: "panic"}, Panic},
		{"unsupported", plain, Result{Host: "unsupported"}, Unsupported},
		{"unknown host", plain, Result{Host: "tired"}, Fail},
		{"done", async, Result{Print: []string{"x", "Test262:AsyncTestComplete"}}, Pass},
		{"never done", async, Result{Print: []string{"x"}}, Fail},
		{"async failure", async, Result{Print: []string{"Test262:AsyncTestFailure: no"}}, Fail},
		{"done, then failure", async, Result{Print: []string{"Test262:AsyncTestComplete", "Test262:AsyncTestFailure: no"}}, Fail},
		{"done, but an exception", async, Result{Phase: "runtime", Error: "E", Print: []string{"Test262:AsyncTestComplete"}}, Fail},
		{"early error", negative("parse", "SyntaxError"), Result{Phase: "parse", Error: "SyntaxError"}, Pass},
		{"parse error by an engine that cannot tell", negative("parse", "SyntaxError"), Result{Phase: "early", Error: "SyntaxError"}, Pass},
		{"link error by an engine that cannot tell", negative("resolution", "SyntaxError"), Result{Phase: "early", Error: "SyntaxError"}, Pass},
		{"early is not at run time", negative("runtime", "SyntaxError"), Result{Phase: "early", Error: "SyntaxError"}, Fail},
		{"wrong phase", negative("parse", "SyntaxError"), Result{Phase: "runtime", Error: "SyntaxError"}, Fail},
		{"wrong type", negative("parse", "SyntaxError"), Result{Phase: "parse", Error: "ReferenceError"}, Fail},
		{"nothing thrown", negative("runtime", "Test262Error"), Result{}, Fail},
		{"expected at run time", negative("runtime", "Test262Error"), Result{Phase: "runtime", Error: "Test262Error"}, Pass},
		{"broken harness", negative("runtime", "TypeError"), Result{Phase: "harness", Error: "TypeError"}, Fail},
	} {
		if got, reason := Judge(test.meta, &test.r); got != test.want {
			t.Errorf("%s: %s (%s), want %s", test.name, got, reason, test.want)
		} else if got == Fail && reason == "" {
			t.Errorf("%s: a failure without a reason", test.name)
		}
	}
}
