package differential

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/golden"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
	"github.com/burrowjs/burrow/realm/reflection"
)

// counter counts the calls of the built-in functions of realms by their paths.
type counter struct {
	called map[string]bool
	agent  *object.Agent
	seen   map[*object.Object]bool
	queue  []found
}

type found struct {
	o    *object.Object
	path string
}

// watch wraps the code of every built-in function that is reachable from the
// realm's global object and its intrinsics, and notes that it exists.
func (w *counter) watch(t testing.TB, r *object.Realm) {
	w.seen, w.queue = map[*object.Object]bool{}, nil
	w.add(object.Obj(r.GlobalObject), "")
	w.drain(t)
	for _, id := range object.Intrinsics() {
		if o := r.Intrinsic(id); o != nil && !w.seen[o] && !ofHost[id] && o.Class() != realm.ClassContextGlobal && !isGlobal(t, w.agent, o) {
			w.add(object.Obj(o), tagOf(t, w.agent, o))
			w.drain(t)
		}
	}
}

// ofHost are the intrinsics that scripts have only from hosts with kinds of
// modules that have a source.
var ofHost = map[object.Intrinsic]bool{reflection.AbstractModuleSource: true, reflection.AbstractModuleSourcePrototype: true}

// isGlobal reports whether o is a global object, of which contexts have others.
func isGlobal(t testing.TB, a *object.Agent, o *object.Object) bool {
	_, ok, err := o.GetOwnProperty(a, a.Key("globalThis"))
	if err != nil {
		t.Fatal(err)
	}
	return ok
}

// tagOf names an intrinsic that no global variable leads to.
func tagOf(t testing.TB, a *object.Agent, o *object.Object) string {
	if object.IsCallable(object.Obj(o)) {
		return "%" + object.Payload[object.Native](o).Name.AsString().String() + "%"
	}
	d, _, err := o.GetOwnProperty(a, object.SymbolKey(object.SymbolToStringTag))
	if err != nil {
		t.Fatal(err)
	}
	v := d.Value
	if d.IsAccessor() || !v.IsString() {
		return fmt.Sprintf("%%%s%%", o.Class().Name)
	}
	return "%" + v.AsString().String() + ".prototype%"
}

func (w *counter) add(v object.Value, path string) {
	if !v.IsObject() || w.seen[v.AsObject()] {
		return
	}
	w.seen[v.AsObject()] = true
	w.queue = append(w.queue, found{v.AsObject(), path})
}

func (w *counter) drain(t testing.TB) {
	for len(w.queue) > 0 {
		f := w.queue[0]
		w.queue = w.queue[1:]
		if f.o.Kind() == object.KindNative {
			w.wrap(object.Payload[object.Native](f.o), f.path)
		}
		keys, err := f.o.OwnPropertyKeys(w.agent)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range keys {
			d, ok, err := f.o.GetOwnProperty(w.agent, k)
			if err != nil || !ok {
				t.Fatal(f.path, err)
			}
			w.property(f.path, k, &d)
		}
	}
}

func (w *counter) property(path string, k object.PropertyKey, d *object.PropertyDescriptor) {
	name := object.KeyText(k)
	switch {
	case !k.IsString():
		name = path + "[" + name + "]"
	case path != "":
		name = path + "." + name
	}
	if !d.IsAccessor() {
		if !strings.HasSuffix(name, ".constructor") {
			w.add(d.Value, name)
		}
		return
	}
	w.add(d.Get, "get "+name)
	w.add(d.Set, "set "+name)
}

func (w *counter) wrap(n *object.Native, path string) {
	if _, ok := w.called[path]; !ok {
		w.called[path] = false
	}
	if n.Magic <= object.MagicHasInstance && n.Magic >= object.MagicTypedLength {
		n.Magic = 0 // the machine would do these without a call
	}
	fn := n.Fn
	n.Fn = func(c *object.Call) (object.Value, error) {
		w.called[path] = true
		return fn(c)
	}
}

// runBare runs a program with a console that converts nothing, so that only
// what the program itself calls is counted.
func (w *counter) runBare(t testing.TB, file string) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	w.agent = realm.NewAgent()
	r := realm.New(w.agent)
	realm.AddProposals(r)
	w.watch(t, r)
	nothing := func(*object.Call) (object.Value, error) { return object.Undefined, nil }
	later := func(c *object.Call) (object.Value, error) { return c.Agent.Call(c.Arg(0), object.Undefined) }
	console := w.agent.NewObject(r.Intrinsic(object.IntrinsicObjectPrototype))
	for _, name := range []string{"log", "info", "debug", "group", "groupEnd"} {
		w.define(t, console, name, object.Obj(w.agent.NewNative(r, name, 0, nothing)))
	}
	w.define(t, r.GlobalObject, "console", object.Obj(console))
	for _, name := range []string{"setTimeout", "queueMicrotask"} {
		w.define(t, r.GlobalObject, name, object.Obj(w.agent.NewNative(r, name, 1, later)))
	}
	script, err := realm.CompileScript(&bytecode.Source{Text: jstring.FromGo(string(text)), Name: file}, realm.ParseOptions())
	if err != nil {
		t.Fatal(file, err)
	}
	if _, err := interp.RunScript(r, script); err != nil {
		t.Error(file, err)
	}
	if err := interp.RunJobs(w.agent, nil); err != nil {
		t.Error(file, err)
	}
}

func (w *counter) define(t testing.TB, o *object.Object, name string, v object.Value) {
	if _, err := o.CreateDataProperty(w.agent, w.agent.Key(name), v); err != nil {
		t.Fatal(err)
	}
}

func TestCoverage(t *testing.T) {
	w := &counter{called: map[string]bool{}}
	count := 0
	for _, folder := range []string{"node", "later", "proposed"} {
		for _, p := range programs(t, folder) {
			w.runBare(t, p.file)
			count++
		}
	}
	var missing []string
	for path, called := range w.called {
		if !called {
			missing = append(missing, path)
		}
	}
	sort.Strings(missing)
	var out strings.Builder
	out.WriteString("# Built-in functions that the corpus calls\n\n")
	fmt.Fprintf(&out, "%d programs call %d of %d built-in functions. ", count, len(w.called)-len(missing), len(w.called))
	out.WriteString("This file is made by `go test ./internal/differential -run Coverage -update`.\n")
	if len(missing) > 0 {
		out.WriteString("\nNot called:\n\n")
	}
	for _, path := range missing {
		fmt.Fprintf(&out, "- `%s`\n", path)
	}
	golden.Equal(t, filepath.Join("..", "COVERAGE.md"), out.String())
}
