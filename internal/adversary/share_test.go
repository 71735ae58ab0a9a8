package adversary

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// TestSharedScript runs one Script in many VMs at the same time; it is meant for
// the race detector.
func TestSharedScript(t *testing.T) {
	s, err := vmapi.NewScript(`
class A { #x = 1; get x() { return this.#x; } static of(...a) { return a.map(n => new A().x + n); } }
function* g(n) { for (let i = 0; i < n; i++) yield i; }
const re = /(?<d>\d+)-(\w)/g, tag = (s, ...v) => s.raw.join('|') + v;
let text = '';
for (const i of g(50)) text += [...('12-a 3-b ' + i).matchAll(re)].map(m => m.groups.d).join() + tag`+"`a${i}b`"+`;
try { null.x; } catch (e) { text += e.stack.length > 0; }
text += eval('1 + 1') + Function('a', 'return a * 2')(4) + String(10n ** 20n) + JSON.stringify({ a: [1, { b: 2 }] });
(async () => { await 0; for await (const x of g(3)) text += x; })();
A.of(1, 2, 3).join() + text.length`, vmapi.ScriptOptions{})
	if err != nil {
		t.Fatal(err)
	}
	const vms = 6
	results := make([]string, vms)
	var wg sync.WaitGroup
	for i := range vms {
		wg.Go(func() {
			vm := vmapi.New(vmapi.Options{})
			for range 3 {
				ctx, err := vm.CreateContext(vmapi.Value{}, vmapi.ContextOptions{MicrotaskMode: vmapi.MicrotasksAfterEvaluate})
				if err != nil {
					results[i] = err.Error()
					return
				}
				v, err := s.RunInContext(ctx, vmapi.RunOptions{Timeout: time.Minute})
				results[i] = outcome(v.String(), err)
			}
		})
	}
	wg.Wait()
	for _, got := range results {
		if got != results[0] || !strings.HasPrefix(got, "ok 2,3,4") {
			t.Errorf("got %s", got)
		}
	}
}
