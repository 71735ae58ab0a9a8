package adversary

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// FuzzRun runs any bytes as a script under tiny limits. The engine must not
// panic, and the VM must be usable afterwards.
func FuzzRun(f *testing.F) {
	for _, pattern := range []string{"testdata/4[3-9]_*.js", "testdata/5[0-5]_*.js", "../../testdata/regress/*.js"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			if len(text) < 600 {
				f.Add(string(text))
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		vm := vmapi.New(vmapi.Options{MemoryLimit: 32 << 20, StepLimit: 200000})
		start := time.Now()
		got := outcome(run(vm, text, 100*time.Millisecond))
		if strings.HasPrefix(got, "panic") || strings.HasPrefix(got, "error") {
			t.Fatal(got)
		}
		if took := time.Since(start); took > 3*time.Second {
			t.Fatalf("took %v", took)
		}
	})
}
