package regress

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

const prelude = `
function assert(x, message) { if (!x) throw new Error(message || 'assertion failed'); }
function assertSame(got, want) { if (!Object.is(got, want)) throw new Error('got ' + String(got) + ', want ' + String(want)); }
function assertThrows(type, f) {
  try { f(); } catch (e) {
    if (e instanceof type) return;
    throw new Error('threw ' + String(e) + ', want a ' + type.name);
  }
  throw new Error('threw nothing, want a ' + type.name);
}`

func TestRegressions(t *testing.T) {
	files, err := filepath.Glob("../../testdata/regress/*.js")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".js"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			vm := vmapi.New(vmapi.Options{MemoryLimit: 512 << 20})
			ctx, err := vm.CreateContext(vmapi.Value{}, vmapi.ContextOptions{MicrotaskMode: vmapi.MicrotasksAfterEvaluate})
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range []struct{ name, text string }{{"prelude.js", prelude}, {filepath.Base(file), string(text)}} {
				if _, err := vmapi.RunInContext(s.text, ctx, vmapi.ScriptOptions{Filename: s.name}, vmapi.RunOptions{Timeout: time.Minute}); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
