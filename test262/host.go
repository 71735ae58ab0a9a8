package test262

import (
	"runtime"
	"sync"
	"time"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
	"github.com/burrowjs/burrow/realm/reflection"
)

// host is the $262 of INTERPRETING.md, "Host-Defined Functions", and the agents
// that a job has started.
type host struct {
	run *run

	mu      sync.Mutex
	changed *sync.Cond
	agents  []*agentHost
	reports []string
	closed  bool
}

// agentHost is an agent started by $262.agent.start.
type agentHost struct {
	host     *host
	agent    *object.Agent
	message  *message // being delivered
	received bool     // the agent has called receiveBroadcast
	left     bool
}

type message struct {
	block *object.SharedBlock
	value object.Value // a Number or BigInt, or undefined
}

func newHost(r *run) *host {
	h := &host{run: r}
	h.changed = sync.NewCond(&h.mu)
	return h
}

// close ends the agents that are still running.
func (h *host) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for _, g := range h.agents {
		g.agent.Interrupt(object.InterruptTerminate)
	}
	h.changed.Broadcast()
}

type native struct {
	name   string
	length int
	fn     object.NativeFunction
}

func define(a *object.Agent, o *object.Object, name string, v object.Value) error {
	return o.DefineValue(a, a.Key(name), v, object.AttrMethod)
}

func defineNatives(r *object.Realm, o *object.Object, list []native) error {
	for _, n := range list {
		if err := define(r.Agent, o, n.name, object.Obj(r.Agent.NewNative(r, n.name, n.length, n.fn))); err != nil {
			return err
		}
	}
	return nil
}

// install defines print, setTimeout and $262 on the global object of a realm.
func (h *host) install(r *object.Realm) error {
	a := r.Agent
	realm.AddProposals(r)
	o, err := h.newObject(r)
	if err != nil {
		return err
	}
	if err := defineNatives(r, r.GlobalObject, []native{{"print", 1, hostPrint}, {"setTimeout", 2, hostSetTimeout}}); err != nil {
		return err
	}
	return define(a, r.GlobalObject, "$262", object.Obj(o))
}

// newObject makes the $262 object of a realm.
func (h *host) newObject(r *object.Realm) (*object.Object, error) {
	a := r.Agent
	proto := r.Intrinsic(object.IntrinsicObjectPrototype)
	o, agent := a.NewObject(proto), a.NewObject(proto)
	r.HostDefined = o
	err := defineNatives(r, o, []native{
		{"createRealm", 0, hostCreateRealm}, {"evalScript", 1, hostEvalScript},
		{"detachArrayBuffer", 1, hostDetachArrayBuffer}, {"gc", 0, hostGC},
	})
	if err == nil {
		err = defineNatives(r, agent, []native{
			{"start", 1, agentStart}, {"broadcast", 2, agentBroadcast}, {"getReport", 0, agentGetReport},
			{"sleep", 1, agentSleep}, {"monotonicNow", 0, agentMonotonicNow},
		})
	}
	for _, p := range []struct {
		name string
		v    object.Value
	}{{"global", object.Obj(r.GlobalObject)}, {"agent", object.Obj(agent)}, {"IsHTMLDDA", object.Obj(newHTMLDDA(r))},
		{"AbstractModuleSource", object.Obj(r.Intrinsic(reflection.AbstractModuleSource))}} {
		if err == nil {
			err = define(a, o, p.name, p.v)
		}
	}
	return o, err
}

// newHTMLDDA returns the object of B.3.6: a function that returns null.
func newHTMLDDA(r *object.Realm) *object.Object {
	f := r.Agent.NewAnonymousNative(r, 0, func(c *object.Call) (object.Value, error) { return object.Null, nil })
	f.SetHTMLDDA()
	return f
}

func runOf(c *object.Call) *run { return c.Agent.AgentData.(*run) }

func hostPrint(c *object.Call) (object.Value, error) {
	s, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	runOf(c).print(s.String())
	return object.Undefined, nil
}

func hostSetTimeout(c *object.Call) (object.Value, error) {
	ms, err := object.ToNumber(c.Agent, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	if !(ms > 0) {
		ms = 0
	}
	runOf(c).timers.add(time.Now().Add(time.Duration(ms*float64(time.Millisecond))), c.Arg(0))
	return object.Undefined, nil
}

func hostCreateRealm(c *object.Call) (object.Value, error) {
	r := realm.New(c.Agent)
	if err := runOf(c).host.install(r); err != nil {
		return object.Undefined, err
	}
	return object.Obj(r.HostDefined.(*object.Object)), nil
}

func hostEvalScript(c *object.Call) (object.Value, error) {
	s, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	s.Flatten()
	src := &bytecode.Source{Text: s, Name: "evalScript", HostDefined: runOf(c).job.File}
	t, err := realm.CompileScript(src, realm.ParseOptions())
	if err != nil {
		return object.Undefined, realm.ThrowCompileError(c.Agent, c.Realm(), src, err)
	}
	return interp.RunScript(c.Realm(), t)
}

func hostDetachArrayBuffer(c *object.Call) (object.Value, error) {
	b := object.BufferData(c.Arg(0))
	if b == nil {
		return object.Undefined, c.Agent.TypeError("not an ArrayBuffer")
	}
	key := object.Undefined
	if c.ArgCount() > 1 {
		key = c.Arg(1)
	}
	return object.Null, object.DetachArrayBuffer(c.Agent, b, key)
}

func hostGC(c *object.Call) (object.Value, error) {
	runtime.GC()
	return object.Undefined, nil
}

func agentMonotonicNow(c *object.Call) (object.Value, error) {
	return object.Number(float64(c.Agent.Host.Monotonic()) / 1e6), nil
}

func agentSleep(c *object.Call) (object.Value, error) {
	ms, err := object.ToNumber(c.Agent, c.Arg(0))
	if err == nil && ms > 0 {
		time.Sleep(time.Duration(ms * float64(time.Millisecond)))
	}
	return object.Undefined, err
}

func agentStart(c *object.Call) (object.Value, error) {
	s, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	r := runOf(c)
	g := &agentHost{host: r.host, agent: realm.NewAgent()}
	g.agent.Deadline = c.Agent.Deadline
	// An agent's own run serves print and timers; its $262 has only agent.
	g.agent.AgentData = &run{engine: r.engine, job: r.job, agent: g.agent, host: r.host, result: &Result{}}
	r.host.mu.Lock()
	r.host.agents = append(r.host.agents, g)
	r.host.mu.Unlock()
	go g.main(s.WTF8())
	return object.Undefined, nil
}

// main is the goroutine of an agent.
func (g *agentHost) main(source string) {
	defer g.leave()
	r := realm.New(g.agent)
	if err := g.install(r); err != nil {
		return
	}
	src := &bytecode.Source{Text: jstring.FromGo(source), Name: "agent"}
	t, err := realm.CompileScript(src, realm.ParseOptions())
	if err != nil {
		return
	}
	if _, err := interp.RunScript(r, t); err != nil {
		return
	}
	_ = g.agent.AgentData.(*run).loop() // an agent's failure shows as a missing report
}

func (g *agentHost) leave() {
	g.host.mu.Lock()
	g.left = true
	g.host.changed.Broadcast()
	g.host.mu.Unlock()
}

func (g *agentHost) install(r *object.Realm) error {
	r.Agent.AgentData.(*run).started = g
	a := r.Agent
	proto := r.Intrinsic(object.IntrinsicObjectPrototype)
	o, agent := a.NewObject(proto), a.NewObject(proto)
	err := defineNatives(r, agent, []native{
		{"receiveBroadcast", 1, agentReceiveBroadcast}, {"report", 1, agentReport}, {"leaving", 0, agentLeaving},
		{"sleep", 1, agentSleep}, {"monotonicNow", 0, agentMonotonicNow},
	})
	if err == nil {
		err = define(a, o, "agent", object.Obj(agent))
	}
	if err == nil {
		err = defineNatives(r, r.GlobalObject, []native{{"setTimeout", 2, hostSetTimeout}})
	}
	if err == nil {
		err = define(a, r.GlobalObject, "$262", object.Obj(o))
	}
	return err
}

// agentBroadcast hands a shared buffer to all agents and waits until each has
// received it.
func agentBroadcast(c *object.Call) (object.Value, error) {
	b := object.BufferData(c.Arg(0))
	if b == nil || b.Shared == nil {
		return object.Undefined, c.Agent.TypeError("not a SharedArrayBuffer")
	}
	h := runOf(c).host
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, g := range h.agents {
		g.message = &message{b.Shared, c.Arg(1)}
	}
	h.changed.Broadcast()
	for !h.closed && h.waiting() {
		h.changed.Wait()
	}
	return object.Undefined, nil
}

func (h *host) waiting() bool {
	for _, g := range h.agents {
		if g.message != nil && !g.left {
			return true
		}
	}
	return false
}

func agentReceiveBroadcast(c *object.Call) (object.Value, error) {
	g := runOf(c).started
	h := g.host
	h.mu.Lock()
	for g.message == nil && !h.closed {
		h.changed.Wait()
	}
	msg := g.message
	g.message = nil
	h.changed.Broadcast()
	h.mu.Unlock()
	if msg == nil {
		return object.Undefined, &object.Termination{Cause: object.TerminatedInterrupt}
	}
	proto := c.Realm().Intrinsic(object.IntrinsicSharedArrayBufferPrototype)
	sab := c.Agent.NewSharedArrayBuffer(proto, msg.block)
	return c.Agent.Call(c.Arg(0), object.Undefined, object.Obj(sab), msg.value)
}

func agentReport(c *object.Call) (object.Value, error) {
	s, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	h := runOf(c).host
	h.mu.Lock()
	h.reports = append(h.reports, s.WTF8())
	h.mu.Unlock()
	return object.Undefined, nil
}

func agentLeaving(c *object.Call) (object.Value, error) { return object.Undefined, nil }

func agentGetReport(c *object.Call) (object.Value, error) {
	h := runOf(c).host
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.reports) == 0 {
		return object.Null, nil
	}
	s := h.reports[0]
	h.reports = h.reports[1:]
	return object.StrGo(s), nil
}
