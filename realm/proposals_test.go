package realm_test

import (
	"testing"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
)

func run(t *testing.T, r *object.Realm, text string) string {
	t.Helper()
	f, err := realm.CompileScript(&bytecode.Source{Text: jstring.FromGo(text)}, realm.ParseOptions())
	if err != nil {
		t.Fatal(err)
	}
	v, err := interp.RunScript(r, f)
	if err == nil {
		err = interp.RunJobs(r.Agent, nil)
	}
	if err != nil {
		thrown, _ := object.Catch(err)
		t.Fatal(object.DescribeException(thrown))
	}
	return r.Agent.Describe(v)
}

const existing = `[typeof ShadowRealm, typeof Promise.allKeyed, typeof Iterator.prototype.join, typeof ArrayBuffer.prototype.sliceToImmutable].join()`

// TestProposals: a realm has the built-ins of proposals only if it is asked for.
func TestProposals(t *testing.T) {
	r := realm.New(realm.NewAgent())
	if got := run(t, r, existing); got != "undefined,undefined,undefined,undefined" {
		t.Error(got)
	}
	realm.AddProposals(r)
	if got := run(t, r, existing); got != "function,function,function,function" {
		t.Error(got)
	}
	for _, c := range []struct{ text, want string }{
		{`new Map([[1, 2]]).keys().join('-') + [1, null, 2].values().join()`, "11,,2"},
		{`const w = new ShadowRealm().evaluate('globalThis.n = 1; (f, x) => { n += f(x); return () => n }'); w(x => x * 2, 3)()`, "7"},
		{`try { new ShadowRealm().evaluate('throw new RangeError(1)') } catch (e) { e.constructor === TypeError && e.message }`,
			"ShadowRealm evaluate threw (RangeError: 1)"},
		{`const u = new Uint8Array(new Uint8Array([1, 2, 3]).buffer.transferToImmutable());
			for (let i = 0; i < 9; i++) u[i] = 9; u.join() + Object.getOwnPropertyDescriptor(u, 0).writable`, "1,2,3false"},
		{`var got; Promise.allKeyed({ a: 1, b: Promise.resolve(2) }).then(o => { got = JSON.stringify(o) })`, "[object Promise]"},
		{`got`, `{"a":1,"b":2}`},
	} {
		if got := run(t, r, c.text); got != c.want && got != "#<Promise>" {
			t.Errorf("%s: %s", c.text, got)
		}
	}
}
