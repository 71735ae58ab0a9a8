package adversary

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// Attacks that need a loader: graphs of modules (26) and wrong uses of their
// records (59).

// graph makes modules by name from texts, for one VM.
type graph struct {
	t       *testing.T
	vm      *vmapi.VM
	text    func(name string) string
	modules map[string]*vmapi.Module
}

func newGraph(t *testing.T, text func(name string) string) *graph {
	return &graph{t, vmapi.New(vmapi.Options{MemoryLimit: 2 << 30}), text, map[string]*vmapi.Module{}}
}

func (g *graph) module(name string) *vmapi.Module {
	if m := g.modules[name]; m != nil {
		return m
	}
	m, err := vmapi.NewSourceTextModule(g.vm.Main(), g.text(name), vmapi.ModuleOptions{Identifier: name})
	if err != nil {
		g.t.Fatal(err)
	}
	g.modules[name] = m
	return m
}

// link answers the requests of everything below a module.
func (g *graph) link(root string) *vmapi.Module {
	work := []string{root}
	done := map[string]bool{}
	for len(work) > 0 {
		name := work[len(work)-1]
		work = work[:len(work)-1]
		if done[name] {
			continue
		}
		done[name] = true
		m := g.module(name)
		var answers []*vmapi.Module
		for _, r := range m.Requests() {
			answers = append(answers, g.module(r.Specifier))
			work = append(work, r.Specifier)
		}
		if m.Status() == vmapi.ModuleUnlinked {
			if err := m.LinkRequests(answers); err != nil {
				g.t.Fatal(err)
			}
		}
	}
	return g.modules[root]
}

// evaluate instantiates and evaluates a module, runs the jobs and returns the
// state of the promise and the reason of a rejection.
func (g *graph) evaluate(m *vmapi.Module) (state string, err error) {
	_, err = g.vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
		if err := m.Instantiate(c); err != nil {
			return vmapi.Value{}, err
		}
		p, err := m.Evaluate(c, vmapi.RunOptions{Timeout: 20 * time.Second})
		if err == nil {
			err = c.RunJobs()
		}
		if err != nil {
			return vmapi.Value{}, err
		}
		p.MarkHandled()
		var reason vmapi.Value
		if state, reason, _ = p.PromiseState(); state == "rejected" {
			state += " " + reason.String()
		}
		return vmapi.Value{}, nil
	})
	return state, err
}

// within fails a test that takes too long.
func within(t *testing.T, limit time.Duration, f func()) {
	t.Helper()
	start := time.Now()
	f()
	if took := time.Since(start); took > limit {
		t.Errorf("took %v", took)
	}
}

// chainLength is how many modules are in a row: more than can be visited one
// inside the other.
var chainLength = 15_000

func init() {
	if os.Getenv("BURROW_ADVERSARY") == "full" {
		chainLength = 100_000
	}
}

func chainText(leaf string) func(string) string {
	return func(name string) string {
		var n int
		if _, err := fmt.Sscanf(name, "m%d", &n); err != nil {
			return ""
		}
		if n == chainLength {
			return leaf
		}
		return fmt.Sprintf("import { x as y } from 'm%d'; export const x = y + 1", n+1)
	}
}

// TestModuleChain links modules that import one another in a long row: from
// the top it is too deep, which is an error that can be caught.
func TestModuleChain(t *testing.T) {
	within(t, time.Minute, func() {
		g := newGraph(t, chainText("export const x = 0"))
		m := g.link("m0")
		_, err := g.evaluate(m)
		var thrown *vmapi.Error
		if !errors.As(err, &thrown) || thrown.Name != "RangeError" || m.Status() != vmapi.ModuleUnlinked {
			t.Errorf("%v, %s", err, m.Status())
		}
	})
}

// TestModuleChainUpwards links and evaluates such a chain from its end, so that
// only the work for the top-level await at the end is deep.
func TestModuleChainUpwards(t *testing.T) {
	for leaf, want := range map[string]string{
		"await 0; export const x = 0":                      "fulfilled",
		"export const x = 0; await Promise.reject('lost')": "rejected lost",
	} {
		within(t, time.Minute, func() {
			g := newGraph(t, chainText(leaf))
			g.link("m0")
			_, err := g.vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
				var top vmapi.Value
				for i := chainLength; i >= 0; i-- {
					m := g.modules[fmt.Sprint("m", i)]
					if err := m.Instantiate(c); err != nil {
						return vmapi.Value{}, err
					}
					var err error
					if top, err = m.Evaluate(c, vmapi.RunOptions{}); err != nil {
						return vmapi.Value{}, err
					}
					top.MarkHandled()
				}
				if err := c.RunJobs(); err != nil {
					return vmapi.Value{}, err
				}
				state, reason, _ := top.PromiseState()
				if got := strings.TrimSuffix(state+" "+reason.String(), " undefined"); got != want {
					t.Errorf("%s: %s", leaf, got)
				}
				return vmapi.Value{}, nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
}

// TestReexports resolves names through cycles and long rows of re-exports.
func TestReexports(t *testing.T) {
	texts := map[string]string{
		"self":    "export { x } from 'self'",
		"a":       "export { x } from 'b'",
		"b":       "export { x } from 'a'",
		"stars":   "export * from 'starry'; import { x } from 'starry'",
		"starry":  "export * from 'stars'",
		"ns":      "export * as me from 'ns'; import { me } from 'ns'; if (me.me.me !== me) throw 1",
		"default": "import d from 'default'; export default 1; if (d !== 1) throw 1",
		"imports": "import * as i from 'imports'; export let x = 1; x = 2; if (i.x !== 2) throw 1",
	}
	for name, want := range map[string]string{"self": "SyntaxError", "a": "SyntaxError", "stars": "SyntaxError", "ns": "", "default": "", "imports": ""} {
		g := newGraph(t, func(name string) string { return texts[name] })
		_, err := g.evaluate(g.link(name))
		got := ""
		if thrown := (*vmapi.Error)(nil); errors.As(err, &thrown) {
			got = thrown.Name
		} else if err != nil {
			got = err.Error()
		}
		if name == "default" && got == "" {
			continue
		}
		if got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	within(t, 20*time.Second, func() {
		long := newGraph(t, func(name string) string {
			var n int
			if _, err := fmt.Sscanf(name, "r%d", &n); err != nil || n == 20_000 {
				return "export const x = 1"
			}
			return fmt.Sprintf("export { x } from 'r%d'", n+1)
		})
		_, err := long.evaluate(long.link("r0"))
		if thrown := (*vmapi.Error)(nil); !errors.As(err, &thrown) || thrown.Name != "RangeError" {
			t.Errorf("a row of re-exports: %v", err)
		}
	})
}

// TestStarDiamonds has 2^500 ways from the top to the one export, each of them
// through `export *`, and once a name that is on none of them.
func TestStarDiamonds(t *testing.T) {
	const levels = 500
	text := func(name string) string {
		var n int
		var side string
		if _, err := fmt.Sscanf(name, "d%d%s", &n, &side); err != nil {
			return "import { x } from 'd0l'; import * as all from 'd0l'; if (x !== 1 || Object.keys(all).length !== 1) throw new Error('wrong')"
		}
		if n == levels {
			return "export * from 'end'"
		}
		if name == "end" {
			return "export const x = 1"
		}
		return fmt.Sprintf("export * from 'd%dl'; export * from 'd%dr'", n+1, n+1)
	}
	within(t, 20*time.Second, func() {
		g := newGraph(t, func(name string) string {
			if name == "end" {
				return "export const x = 1"
			}
			return text(name)
		})
		if state, err := g.evaluate(g.link("top")); err != nil || state != "fulfilled" {
			t.Errorf("%s, %v", state, err)
		}
		g = newGraph(t, func(name string) string {
			switch name {
			case "end":
				return "export const y = 1"
			case "top":
				return "import { x } from 'd0l'"
			}
			return text(name)
		})
		_, err := g.evaluate(g.link("top"))
		if thrown := (*vmapi.Error)(nil); !errors.As(err, &thrown) || thrown.Name != "SyntaxError" {
			t.Errorf("a name that is not there: %v", err)
		}
	})
}

// TestModuleMisuse calls the methods of records in the wrong order.
func TestModuleMisuse(t *testing.T) {
	texts := map[string]string{
		"self":     "import { x as y } from 'self'; export let x = 1; x++; if (y !== 2) throw 1",
		"tla a":    "import 'tla b'; await 0; export const a = 1",
		"tla b":    "import 'tla a'; await 0; throw new Error('in b')",
		"throws":   "globalThis.count = (globalThis.count ?? 0) + 1; throw new Error('once')",
		"evaluate": "again()",
		"plain":    "export const x = 1",
	}
	g := newGraph(t, func(name string) string { return texts[name] })
	if state, err := g.evaluate(g.link("self")); err != nil || state != "fulfilled" {
		t.Errorf("self-import: %s, %v", state, err)
	}
	for _, name := range []string{"tla a", "tla b"} {
		if state, err := g.evaluate(g.link(name)); err != nil || state != "rejected Error: in b" || g.modules[name].Status() != vmapi.ModuleErrored {
			t.Errorf("%s: %s, %v, %s", name, state, err, g.modules[name].Status())
		}
	}
	for range 3 {
		if state, err := g.evaluate(g.link("throws")); err != nil || state != "rejected Error: once" {
			t.Errorf("evaluated again: %s, %v", state, err)
		}
	}
	inner := "not called"
	if err := g.vm.Main().Global().Set("again", g.vm.NewFunction("again", 0, func(c *vmapi.Call) (vmapi.Value, error) {
		p, err := g.modules["evaluate"].Evaluate(c, vmapi.RunOptions{})
		state, _, _ := p.PromiseState()
		inner = fmt.Sprint(g.modules["evaluate"].Status(), " ", state, " ", err)
		return vmapi.Value{}, nil
	})); err != nil {
		t.Fatal(err)
	}
	if state, err := g.evaluate(g.link("evaluate")); err != nil || state != "fulfilled" || inner != "evaluating pending <nil>" {
		t.Errorf("evaluated while evaluating: %s, %v, inside %s", state, err, inner)
	}
	count, err := vmapi.RunInContext("count", g.vm.Main(), vmapi.ScriptOptions{}, vmapi.RunOptions{})
	if err != nil || count.Export() != 1.0 {
		t.Errorf("a failed module ran %v times, %v", count, err)
	}
	_, err = g.vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
		s := vmapi.NewSyntheticModule(g.vm.Main(), []string{"x"}, func(_ *vmapi.Call, m *vmapi.Module) error {
			if m.SetExport("unknown", vmapi.Value{}) {
				t.Error("an unknown export is set")
			}
			return errors.New("of the host")
		}, vmapi.ModuleOptions{})
		one, err := g.vm.ToValue(1)
		if err != nil {
			return one, err
		}
		if !s.SetExport("x", one) || s.SetExport("y", one) {
			t.Error("exports before linking")
		}
		if _, err := s.Evaluate(c, vmapi.RunOptions{}); err != vmapi.ErrModuleStatus {
			t.Errorf("evaluated before linking: %v", err)
		}
		plain := g.module("plain")
		if _, err := plain.Evaluate(c, vmapi.RunOptions{}); err != vmapi.ErrModuleStatus {
			t.Errorf("evaluated before linking: %v", err)
		}
		if _, err := plain.Namespace(c); err != vmapi.ErrModuleStatus {
			t.Errorf("namespace before linking: %v", err)
		}
		if plain.SetExport("x", one) {
			t.Error("the export of a source text module is set from outside")
		}
		if err := s.Instantiate(c); err != nil {
			return one, err
		}
		p, err := s.Evaluate(c, vmapi.RunOptions{})
		if err != nil {
			return one, err
		}
		p.MarkHandled()
		if v, ok := s.Failure(); !ok || v.String() != "Error: of the host" || s.Status() != vmapi.ModuleErrored {
			t.Errorf("an evaluation that fails: %v %v, %s", v, ok, s.Status())
		}
		return one, plain.LinkRequests(nil)
	})
	if err != nil {
		t.Error(err)
	}
}
