package adversary

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

// attack is one file of the corpus.
type attack struct {
	name, text string
	expect     string
	timeout    time.Duration
	options    vmapi.Options
}

const (
	defaultTimeout = 20 * time.Second
	defaultMemory  = 512
	// slack is how much later than its limit a run may end. The engine aims at
	// 10 ms; the test allows for a busy machine and the garbage collector.
	slack = 2 * time.Second
)

func readAttacks(t testing.TB, pattern string) []*attack {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no inputs at %s: %v", pattern, err)
	}
	var out []*attack
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a, err := parseAttack(strings.TrimSuffix(filepath.Base(file), ".js"), string(text))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

func parseAttack(name, text string) (*attack, error) {
	a := &attack{name: name, text: text, timeout: defaultTimeout}
	a.options.MemoryLimit = defaultMemory << 20
	for line := range strings.Lines(text) {
		line, ok := strings.CutPrefix(strings.TrimSpace(line), "// ")
		if !ok {
			break
		}
		if s, ok := strings.CutPrefix(line, "expect: "); ok {
			a.expect = s
		}
		limits, ok := strings.CutPrefix(line, "limits: ")
		if !ok {
			continue
		}
		for _, field := range strings.Fields(limits) {
			key, value, _ := strings.Cut(field, "=")
			var err error
			switch key {
			case "timeout":
				a.timeout, err = time.ParseDuration(value)
			case "memory":
				a.options.MemoryLimit, err = strconv.ParseUint(value, 10, 64)
				a.options.MemoryLimit <<= 20
			case "steps":
				a.options.StepLimit, err = strconv.ParseUint(value, 10, 64)
			default:
				err = fmt.Errorf("unknown limit %s", key)
			}
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	if a.expect == "" {
		return nil, fmt.Errorf("%s says not what it expects", name)
	}
	return a, nil
}

// run runs a script and the jobs that it leaves.
func run(vm *vmapi.VM, text string, timeout time.Duration) (string, error) {
	ctx, err := vm.CreateContext(vmapi.Value{}, vmapi.ContextOptions{MicrotaskMode: vmapi.MicrotasksAfterEvaluate})
	if err != nil {
		return "", err
	}
	module, err := contextModule(vm)
	if err != nil {
		return "", err
	}
	if err := ctx.Global().Set("vm", module); err != nil {
		return "", err
	}
	v, err := vmapi.RunInContext(text, ctx, vmapi.ScriptOptions{Filename: "attack.js"}, vmapi.RunOptions{Timeout: timeout})
	if err != nil {
		return "", err
	}
	return v.String(), nil
}

// outcome names how a run ended in the words of the corpus.
func outcome(result string, err error) string {
	var (
		timeout *vmapi.TimeoutError
		limit   *vmapi.LimitError
		syntax  *vmapi.SyntaxError
		thrown  *vmapi.Error
		bug     *vmapi.PanicError
	)
	switch {
	case err == nil:
		return "ok " + result
	case errors.As(err, &timeout):
		return "timeout"
	case errors.As(err, &limit):
		name, _, _ := strings.Cut(limit.Reason, " ")
		if name == "step" {
			name = "steps"
		}
		return name
	case errors.As(err, &syntax):
		if syntax.RangeError {
			return "RangeError"
		}
		return "SyntaxError"
	case errors.As(err, &thrown):
		if thrown.Name == "" {
			return "throws " + thrown.Value.String()
		}
		return thrown.Name
	case errors.As(err, &bug):
		return fmt.Sprintf("panic: %v\n%s", bug.Value, bug.Stack)
	}
	return "error " + err.Error()
}

func (a *attack) run(t *testing.T) {
	vm := vmapi.New(a.options)
	start := time.Now()
	result, err := run(vm, a.text, a.timeout)
	took := time.Since(start)
	got := outcome(result, err)
	t.Logf("%s after %v, %d MiB of stack", got, took.Round(time.Millisecond), stackSize()>>20)
	if a.expect == "stops" {
		if strings.HasPrefix(got, "panic") {
			t.Errorf("got %s", got)
		}
	} else if got != a.expect {
		t.Errorf("got %s, want %s", got, a.expect)
		if err != nil {
			t.Log(err)
		}
	}
	if took > a.timeout+slack {
		t.Errorf("ended after %v, the limit is %v", took, a.timeout)
	}
	if a.options.StepLimit != 0 {
		return
	}
	if got := outcome(run(vm, "[1, 2, 3].map(x => x * 2).join()", time.Second)); got != "ok 2,4,6" {
		t.Errorf("the VM is not usable afterwards: %s", got)
	}
}

// stackSize is the memory that goroutine stacks take.
func stackSize() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/stacks:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

func TestAttacks(t *testing.T) {
	for _, a := range readAttacks(t, "testdata/*.js") {
		t.Run(a.name, func(t *testing.T) {
			if a.name < "39" {
				onlyInFull(t)
			}
			a.run(t)
		})
	}
}

// onlyInFull skips what builds inputs of millions of parts: minutes in all.
func onlyInFull(t *testing.T) {
	if os.Getenv("BURROW_ADVERSARY") != "full" {
		t.Skip("takes minutes with its family; runs with BURROW_ADVERSARY=full, as in .ci/full")
	}
}

// maxStack is what a run may take of the Go stack: a quarter of the limit of
// 32-bit machines, since the stack doubles when it grows.
const maxStack = 128 << 20

// TestStackBudget measures the recursions: stacks do not shrink while the
// garbage collector rests.
func TestStackBudget(t *testing.T) {
	onlyInFull(t)
	for _, a := range readAttacks(t, "testdata/2[0-6]_*.js") {
		t.Run(a.name, func(t *testing.T) {
			done := make(chan uint64)
			runtime.GC()
			defer debug.SetGCPercent(debug.SetGCPercent(-1))
			defer debug.SetMemoryLimit(debug.SetMemoryLimit(2 << 30))
			before := stackSize()
			go func() {
				_, _ = run(vmapi.New(a.options), a.text, a.timeout)
				done <- stackSize()
			}()
			size := <-done
			size -= min(size, before) // a stack that was left may be given back
			t.Logf("%d KiB", size>>10)
			if size > maxStack {
				t.Errorf("took %d MiB of stack", size>>20)
			}
		})
	}
}
