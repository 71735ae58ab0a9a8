package test262

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/parser"
	"github.com/burrowjs/burrow/realm"
)

func init() { NewEngine = func() Engine { return newBurrow() } }

// burrow is the engine under test. Harness files are compiled once; every job
// gets an agent of its own.
type burrow struct {
	mu      sync.Mutex
	harness map[string]*bytecode.Function
}

func newBurrow() *burrow { return &burrow{harness: map[string]*bytecode.Function{}} }

// run is the state of one job.
type run struct {
	engine *burrow
	job    *Job
	agent  *object.Agent
	host   *host
	result *Result
	done   bool // print has had the completion message of an async test
	timers timerQueue
	loader *loader
	// started is set in the run of an agent that the job has started.
	started *agentHost
}

// Run implements Engine.
func (b *burrow) Run(job *Job) *Result {
	r := &run{engine: b, job: job, result: &Result{ID: job.ID, Print: []string{}}}
	a := realm.NewAgent()
	a.CanBlock = job.CanBlock
	a.Deadline = time.Now().Add(time.Duration(job.TimeoutMs) * time.Millisecond)
	a.MemoryLimit = 3 << 30
	r.agent = a
	r.loader = newLoader(r)
	a.AgentData = r
	main := realm.New(a)
	r.host = newHost(r)
	defer r.host.close()
	if err := r.host.install(main); err != nil {
		return r.fail("harness", err)
	}
	if phase, err := r.evaluate(main); err != nil {
		return r.fail(phase, err)
	}
	if err := r.loop(); err != nil {
		return r.fail("runtime", err)
	}
	return r.result
}

// evaluate runs the harness and the test; it returns the phase in which an
// error escaped.
func (r *run) evaluate(main *object.Realm) (phase string, err error) {
	for _, name := range r.job.Harness {
		t, err := r.engine.harnessScript(filepath.Join(r.job.HarnessDir, name))
		if err == nil {
			_, err = interp.RunScript(main, t)
		}
		if err != nil {
			return "harness", err
		}
	}
	src := &bytecode.Source{Text: jstring.FromGo(r.job.Source), Name: r.job.File, HostDefined: r.job.File}
	if r.job.Kind == "module" {
		return r.loader.runMain(main, src)
	}
	t, err := realm.CompileScript(src, realm.ParseOptions())
	if err != nil {
		return "parse", realm.ThrowCompileError(r.agent, main, src, err)
	}
	_, err = interp.RunScript(main, t)
	return "runtime", err
}

func (b *burrow) harnessScript(file string) (*bytecode.Function, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if t := b.harness[file]; t != nil {
		return t, nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	src := &bytecode.Source{Text: jstring.FromGo(string(text)), Name: file}
	t, err := realm.CompileScript(src, realm.ParseOptions())
	if err == nil {
		b.harness[file] = t
	}
	return t, err
}

// loop runs jobs, timers and what other agents post until nothing is left or
// an async test has reported.
func (r *run) loop() error {
	a := r.agent
	for {
		if err := interp.RunJobs(a, nil); err != nil {
			return err
		}
		if r.done && r.job.Async {
			return nil
		}
		if a.Expected() > 0 {
			if err := a.RunPosted(); err != nil {
				return err
			}
			if interp.MachineOf(a).Jobs().Len() > 0 {
				continue
			}
		}
		next, ok := r.timers.next()
		if !ok && a.Expected() == 0 {
			return nil
		}
		wait := time.Until(a.Deadline)
		if ok {
			wait = min(wait, time.Until(next))
		}
		if wait > 0 {
			t := time.NewTimer(wait)
			select {
			case <-t.C:
			case <-a.Wake():
			}
			t.Stop()
		}
		if !time.Now().Before(a.Deadline) {
			return &object.Termination{Cause: object.TerminatedDeadline}
		}
		if ok && !time.Now().Before(next) {
			if err := r.timers.fire(a); err != nil {
				return err
			}
		}
	}
}

// fail fills the result from an error.
func (r *run) fail(phase string, err error) *Result {
	var t *object.Termination
	switch {
	case errors.As(err, &t) && t.Cause == object.TerminatedDeadline:
		r.result.Host = HostTimeout
		return r.result
	case errors.As(err, &t):
		r.result.Phase, r.result.Message = phase, err.Error()
		return r.result
	}
	v, ok := object.Catch(err)
	if !ok {
		var syntax *parser.SyntaxError
		r.result.Phase, r.result.Message = phase, err.Error()
		if errors.As(err, &syntax) {
			r.result.Error = "SyntaxError"
		}
		return r.result
	}
	r.result.Phase = phase
	r.result.Error = r.constructorName(v)
	r.result.Message = object.DescribeException(v)
	if v.IsNullish() {
		return r.result
	}
	if m, err := object.GetV(r.agent, v, r.agent.Key("message")); err == nil && m.IsString() {
		r.result.Message = r.result.Error + ": " + m.AsString().String()
	}
	return r.result
}

// constructorName is v.constructor.name, "" if there is no such thing or
// reading it throws.
func (r *run) constructorName(v object.Value) string {
	a := r.agent
	a.Deadline = time.Now().Add(time.Second)
	for _, k := range []string{"constructor", "name"} {
		if v.IsNullish() {
			return ""
		}
		var err error
		if v, err = object.GetV(a, v, a.Key(k)); err != nil {
			return ""
		}
	}
	if !v.IsString() {
		return ""
	}
	return v.AsString().String()
}

func (r *run) print(s string) {
	r.result.Print = append(r.result.Print, s)
	if strings.HasPrefix(s, "Test262:Async") {
		r.done = true
	}
}

// timerQueue is setTimeout for tests.
type timerQueue struct{ timers []timer }

type timer struct {
	at       time.Time
	callback object.Value
}

func (q *timerQueue) add(at time.Time, f object.Value) {
	i := len(q.timers)
	for i > 0 && q.timers[i-1].at.After(at) {
		i--
	}
	q.timers = append(q.timers, timer{})
	copy(q.timers[i+1:], q.timers[i:])
	q.timers[i] = timer{at, f}
}

func (q *timerQueue) next() (time.Time, bool) {
	if len(q.timers) == 0 {
		return time.Time{}, false
	}
	return q.timers[0].at, true
}

func (q *timerQueue) fire(a *object.Agent) error {
	t := q.timers[0]
	q.timers = q.timers[1:]
	_, err := a.Call(t.callback, object.Undefined)
	return err
}
