package adversary

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// TestEscapes runs scripts that want out of their context: testdata/escapes, by
// the numbers of the known classes of escapes from sandboxes made of node:vm.
// The value of each is what it got hold of. In a context as node:vm makes them
// most succeed, as they do in Node: the first line of a file says so. In an
// isolated context none may.
func TestEscapes(t *testing.T) {
	files, err := filepath.Glob("testdata/escapes/*.js")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".js")
		first, _, _ := strings.Cut(string(text), "\n")
		expect := strings.TrimPrefix(first, "// faithful: ")
		if expect != "escapes" && expect != "holds" {
			t.Errorf("%s does not say what to expect: %q", name, first)
		}
		for _, mode := range []struct {
			name, want string
			opts       vmapi.ContextOptions
		}{
			{"faithful", expect, vmapi.ContextOptions{}},
			{"isolated", "holds", vmapi.ContextOptions{Isolated: true}},
		} {
			t.Run(mode.name+"/"+name, func(t *testing.T) {
				got := "holds"
				if escapes(t, string(text), mode.opts) {
					got = "escapes"
				}
				if got != mode.want {
					t.Errorf("it %s, want %s", got, mode.want)
				}
			})
		}
	}
}

// reaches tells whether code made by a function that x leads to sees the global
// variables of the outer context.
const reaches = `((x) => {
	const seen = [x, x?.constructor, x?.constructor?.constructor];
	try { seen.push(Object.getPrototypeOf(x), Object.getPrototypeOf(x)?.constructor?.constructor) } catch {}
	for (const f of seen)
		for (const F of [f, f?.constructor])
			try { if (F('return typeof secret')() === 'string') return true } catch {}
	return false;
})`

// escapes runs a script in a context made of host objects and reports whether
// its value leads to the main context.
func escapes(t *testing.T, text string, opts vmapi.ContextOptions) bool {
	t.Helper()
	vm := vmapi.New(vmapi.Options{MemoryLimit: 256 << 20})
	main := vm.Main()
	if err := main.Global().Set("secret", "of the outer context"); err != nil {
		t.Fatal(err)
	}
	sandbox, err := vmapi.RunInContext(`({ config: { list: [1], nested: {}, bare: Object.assign(Object.create(null), { inside: {} }),
		get accessor() { return this.nested } } })`, main, vmapi.ScriptOptions{}, vmapi.RunOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]vmapi.Function{
		"host":  func(c *vmapi.Call) (vmapi.Value, error) { return c.NewObject(), nil },
		"fails": func(c *vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, c.TypeError("of the host") },
		"takes": func(c *vmapi.Call) (vmapi.Value, error) {
			if !c.Arg(0).IsObject() {
				return vmapi.Value{}, nil
			}
			then, err := c.Get(c.Arg(0), "then")
			if err == nil && then.IsFunction() {
				_, err = c.Call(then, c.Arg(0), c.NewFunction("resolve", 1, func(*vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, nil }))
			}
			if err == nil {
				_, err = c.ToString(c.Arg(0))
			}
			return vmapi.Value{}, err
		},
		"callback": func(c *vmapi.Call) (vmapi.Value, error) { return c.Call(c.Arg(0), nil, c.NewObject()) },
	} {
		if err := sandbox.Set(name, vm.NewFunction(name, 1, f)); err != nil {
			t.Fatal(err)
		}
	}
	ctx, err := vm.CreateContext(sandbox, opts)
	if err != nil {
		t.Fatal(err)
	}
	run := vmapi.RunOptions{Timeout: 20 * time.Second}
	probe, err := vmapi.RunInContext(reaches, ctx, vmapi.ScriptOptions{}, run)
	if err != nil {
		t.Fatal(err)
	}
	got, err := vmapi.RunInContext(text, ctx, vmapi.ScriptOptions{Filename: "escape.js"}, run)
	if err != nil {
		t.Logf("ends with %v", err)
		return false
	}
	v, err := probe.Call(nil, got)
	if err != nil {
		t.Fatal(err)
	}
	return v.Bool()
}
