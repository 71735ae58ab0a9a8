package vmapi_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/burrowjs/burrow/vmapi"
)

const cacheProgram = `
function add(a, b) { return a + b; }
const o = { get x() { return add(1, 2) }, ['k' + 1]: [1, , ...'ab'], re: /a(b)/g, big: 12345678901234567890n, half: 0.5 };
class A { #p = 1; static s = A.name; m() { return this.#p } static { this.t = 2 } }
class B extends A { constructor(...r) { super(...r); this.r = r } m() { return super.m() + 1 } }
function* g(n) { try { for (let i = 0; i < n; i++) { const f = () => i; yield f() } } finally { o.done = true } }
async function h(x) { for await (const y of x) { o.last = y } return x.length }
let text = ''; for (const v of g(3)) text += v; for (const k in o) text += k;
switch (text.length) { case 1: case 2: text += '?'; break; default: text += '!' }
h([1, 2]).catch(() => {});
with ({ inner: 1 }) { text += inner + eval('typeof add') }
const { x, ...rest } = o; const [first = 5, ...others] = [undefined, 2];
` + "text += String.raw`t${first}u`;" + `
try { null.y } catch ({ message }) { text += message.length }
text + new B(1).m() + x + others + o.re.test('ab') + A.s;
`

// TestCacheRejects damages the cache of a script in every way that a bit can.
func TestCacheRejects(t *testing.T) {
	const text = "function f(a) { return a + 1 } f(2) + 'x'"
	s, err := vmapi.NewScript(text, vmapi.ScriptOptions{})
	if err != nil {
		t.Fatal(err)
	}
	data := s.CreateCachedData()
	take := func(name, text string, data []byte, rejected bool) {
		t.Helper()
		s, err := vmapi.NewScript(text, vmapi.ScriptOptions{CachedData: data})
		if err != nil {
			t.Fatal(err)
		}
		if s.CachedDataRejected() != rejected {
			t.Errorf("%s: rejected is %v", name, s.CachedDataRejected())
		}
	}
	take("the cache itself", text, data, false)
	for n := range data {
		take(fmt.Sprintf("%d bytes of it", n), text, append([]byte{}, data[:n]...), true)
		for bit := range 8 {
			bad := bytes.Clone(data)
			bad[n] ^= 1 << bit
			take(fmt.Sprintf("byte %d, bit %d", n, bit), text, bad, true)
		}
	}
	take("a byte more", text, append(bytes.Clone(data), 0), true)
	take("another text", text+" ", data, true)
	take("another text of the same length", "function f(a) { return a + 2 } f(2) + 'x'", data, true)
	vm := vmapi.New(vmapi.Options{})
	_, err = vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
		f, err := c.CompileFunction("return a", []string{"a"}, vmapi.FunctionOptions{})
		if err != nil {
			return f, err
		}
		data, err := c.CreateCachedData(f)
		if err != nil {
			return f, err
		}
		for params, rejected := range map[string]bool{"a": false, "b": true} {
			g, err := c.CompileFunction("return a", []string{params}, vmapi.FunctionOptions{CachedData: data})
			if err != nil || c.CachedDataRejected(g) != rejected {
				t.Errorf("a function of %s: %v, %v", params, c.CachedDataRejected(g), err)
			}
		}
		g, err := c.CompileFunction("return a", []string{"a"}, vmapi.FunctionOptions{CachedData: data, Extensions: []vmapi.Value{c.NewObject()}})
		if err != nil || !c.CachedDataRejected(g) {
			t.Errorf("a function in the scope of an object: %v", err)
		}
		if _, err := c.CreateCachedData(c.NewObject()); err != vmapi.ErrNotCompiled {
			t.Errorf("data of an object: %v", err)
		}
		take("the cache of a function", "(function (a) {\nreturn a\n})", data, true)
		take("the cache of a function, with its text", "function (a) {\nreturn a\n}"[:0]+"1", data, true)
		m, err := vmapi.NewSourceTextModule(vm.Main(), text, vmapi.ModuleOptions{})
		if err != nil {
			return f, err
		}
		mdata, err := m.CreateCachedData()
		if err != nil {
			return f, err
		}
		take("the cache of a module", text, mdata, true)
		m, err = vmapi.NewSourceTextModule(vm.Main(), text, vmapi.ModuleOptions{CachedData: mdata})
		if err != nil || m.CachedDataRejected() {
			t.Errorf("the cache of a module for it: %v", err)
		}
		m, err = vmapi.NewSourceTextModule(vm.Main(), text, vmapi.ModuleOptions{CachedData: data})
		if err != nil || !m.CachedDataRejected() {
			t.Errorf("the cache of a script for a module: %v", err)
		}
		return f, nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func runCached(t testing.TB, text string, data []byte) (*vmapi.Script, any) {
	t.Helper()
	s, err := vmapi.NewScript(text, vmapi.ScriptOptions{CachedData: data})
	if err != nil {
		t.Fatal(err)
	}
	if s.CachedDataRejected() {
		t.Error("rejected")
	}
	v, err := s.RunInThisContext(vmapi.New(vmapi.Options{}), vmapi.RunOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return s, v.Export()
}

// TestCacheOfFunctions: a function is in the cache once it has been called, and a
// script out of a cache does what the script does.
func TestCacheOfFunctions(t *testing.T) {
	const text = "function add(a, b) { return a + b }\nconst x = add(1, 2);"
	s, _ := runCached(t, text, nil)
	fresh, err := vmapi.NewScript(text, vmapi.ScriptOptions{})
	if err != nil {
		t.Fatal(err)
	}
	without, with := fresh.CreateCachedData(), s.CreateCachedData()
	if len(without) >= len(with) || !bytes.Equal(without, fresh.CreateCachedData()) {
		t.Errorf("%d bytes without add, %d with it", len(without), len(with))
	}
	if s, _ := runCached(t, text, without); !bytes.Equal(s.CreateCachedData(), with) {
		t.Error("after running out of the smaller cache the data is not the larger")
	}
	_, want := runCached(t, cacheProgram, nil)
	first, err := vmapi.NewScript(cacheProgram, vmapi.ScriptOptions{})
	if err != nil {
		t.Fatal(err)
	}
	second, got := runCached(t, cacheProgram, first.CreateCachedData())
	if _, again := runCached(t, cacheProgram, second.CreateCachedData()); got != want || again != want {
		t.Errorf("without a cache %v, from the first one %v, from the second %v", want, got, again)
	}
}

// TestSharedCachedScript runs one script out of a cache in many VMs at once, so
// that they race to compile its functions.
func TestSharedCachedScript(t *testing.T) {
	first, err := vmapi.NewScript(cacheProgram, vmapi.ScriptOptions{})
	if err != nil {
		t.Fatal(err)
	}
	_, want := runCached(t, cacheProgram, nil)
	for range 4 {
		s, err := vmapi.NewScript(cacheProgram, vmapi.ScriptOptions{CachedData: first.CreateCachedData()})
		if err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		for range 16 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				v, err := s.RunInThisContext(vmapi.New(vmapi.Options{}), vmapi.RunOptions{})
				s.CreateCachedData()
				if err != nil || v.Export() != want {
					t.Errorf("got %v, %v", v.Export(), err)
				}
			}()
		}
		wg.Wait()
	}
}

// BenchmarkCache compares compiling a program with loading it from its cache.
// BURROW_CACHE_FILE names the program.
func BenchmarkCache(b *testing.B) {
	text := []byte(cacheProgram)
	if name := os.Getenv("BURROW_CACHE_FILE"); name != "" {
		var err error
		if text, err = os.ReadFile(filepath.Clean(name)); err != nil {
			b.Fatal(err)
		}
	}
	compile := func(data []byte) *vmapi.Script {
		s, err := vmapi.NewScript(string(text), vmapi.ScriptOptions{CachedData: data})
		if err != nil || s.CachedDataRejected() {
			b.Fatal("rejected", err)
		}
		return s
	}
	s := compile(nil)
	before := s.CreateCachedData()
	if _, err := s.RunInThisContext(vmapi.New(vmapi.Options{}), vmapi.RunOptions{}); err != nil {
		b.Logf("the program ends with %v", err)
	}
	after := s.CreateCachedData()
	for _, c := range []struct {
		name string
		data []byte
	}{{"compile", nil}, {"before-run", before}, {"after-run", after}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportMetric(float64(len(c.data)), "cache-bytes")
			for b.Loop() {
				compile(c.data)
			}
		})
	}
}
