// Package host is what scripts see when the burrow command runs them: require
// and import, console, process, timers and the other globals, the modules of
// Node that the documentation's examples need, and the event loop.
//
// The host stands on package vmapi alone, so it is also an example of embedding
// the engine. Modules whose work is in the outside world are Go files
// (module_*.go); modules that only compute are JavaScript files in lib, compiled
// when they are first required.
package host

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/burrowjs/burrow/vmapi"
)

// Version is the version of Node whose behaviour the host follows.
const Version = "v20.20.2"

// Options are the outside world of a Host.
type Options struct {
	// Args are process.argv from the second element on: the script and its arguments.
	Args []string
	// ExecArgs are process.execArgv.
	ExecArgs []string
	// Exec is process.execPath.
	Exec           string
	Stdout, Stderr io.Writer
	Stdin          io.Reader
	// Env is the environment as "name=value"; nil means the process's own.
	Env []string
	// Dir is the working directory, "" for the process's.
	Dir string
	VM  vmapi.Options
	// UnhandledRejections is the mode of --unhandled-rejections, "" for throw.
	UnhandledRejections string
	// Conditions are those of --conditions.
	Conditions []string
	// Preload are modules to require, and Import those to import, before the program.
	Preload, Import []string
	// VMModules makes vm.Module and its classes visible (--experimental-vm-modules).
	VMModules bool
}

// Host runs programs in one VM.
type Host struct {
	opts   Options
	vm     *vmapi.VM
	dir    string
	stdout *output
	loop   loop

	process  vmapi.Value
	stdio    [3]vmapi.Value         // process.stdin, stdout, stderr once they exist
	exports  map[string]vmapi.Value // of Node's modules, once required
	cache    vmapi.Value            // require.cache
	main     vmapi.Value            // the entry module
	modules  moduleParts
	detected map[string]bool // files without a type whose text is a module
	esm      map[string]*esModule
	rejected []rejection
	reported []vmapi.Value // promises whose rejection nobody has handled
	warnings int           // of rejections
	files    files
	// pendingMain is the promise of an entry module that waits at an await.
	pendingMain vmapi.Value
	exitCode    int
	exitValue   vmapi.Value // process.exitCode
	// capture is the function of process.setUncaughtExceptionCaptureCallback.
	capture vmapi.Value
	// parseContext is whose syntax errors the next compilation makes.
	parseContext *vmapi.Context
	exiting      bool
	interactive  *repl // nil if this is no interactive session
	// open is what the program has not closed.
	open map[io.Closer]bool
	// ended tells goroutines that nobody waits for their work any more.
	ended atomic.Bool
}

// New returns a host with a fresh VM.
func New(opts Options) (*Host, error) {
	if opts.Stdout == nil {
		opts.Stdout = io.Discard
	}
	if opts.Stderr == nil {
		opts.Stderr = io.Discard
	}
	if opts.Env == nil {
		opts.Env = os.Environ()
	}
	h := &Host{opts: opts, stdout: newOutput(opts.Stdout), dir: opts.Dir,
		exports: map[string]vmapi.Value{}, open: map[io.Closer]bool{}, esm: map[string]*esModule{}, detected: map[string]bool{}}
	if h.dir == "" {
		dir, err := os.Getwd()
		if err != nil {
			return nil, err
		}
		h.dir = dir
	}
	opts.VM.OnRejection = h.onRejection
	if opts.VM.Loader == nil {
		opts.VM.Loader = h.importByLoader
	}
	h.vm = vmapi.New(opts.VM)

	_, err := h.vm.Do(func(c *vmapi.Call) (vmapi.Value, error) { return vmapi.Value{}, h.install(c) })
	return h, err
}

// install makes the globals.
func (h *Host) install(c *vmapi.Call) error {
	h.cache = c.NewObjectWith(vmapi.Value{})
	for _, f := range []func(*vmapi.Call) error{
		h.installProcess, h.installConsole, h.installTimers, h.installGlobals,
	} {
		if err := f(c); err != nil {
			return err
		}
	}
	return nil
}

// defineGlobal defines a global variable that for-in does not show.
func (h *Host) defineGlobal(c *vmapi.Call, name string, v any, attrs vmapi.Attributes) error {
	return c.Define(h.vm.Main().Global(), c.Key(name), v, attrs)
}

// RunFile runs a script or module and everything it starts, and returns the
// exit code.
func (h *Host) RunFile(file string) int {
	path := h.abs(file)
	return h.run(func(c *vmapi.Call) error {
		resolved, err := h.resolveEntry(c, path)
		if err != nil {
			return err
		}
		if h.isModuleFile(resolved) {
			return h.runModule(c, resolved)
		}
		_, err = h.loadHooked(c, resolved, c.VM().Null(), true)
		if errors.Is(err, errModuleSyntax) {
			return h.runModule(c, resolved)
		}
		return err
	})
}

// RunCode runs the code of -e, -p or standard input; with print its value is
// written. The name is what stack traces call it, [eval] if empty.
func (h *Host) RunCode(code, name string, print bool) int {
	if name == "" {
		name = "[eval]"
	}
	return h.run(func(c *vmapi.Call) error {
		if err := h.evalGlobals(c, name); err != nil {
			return err
		}
		script, err := c.NewScript(code, vmapi.ScriptOptions{Filename: name, Import: h.importFrom(filepath.Join(h.dir, name))})
		var s *vmapi.SyntaxError
		if errors.As(err, &s) && !print && h.isModuleText(code, s) {
			return h.runModuleText(c, code)
		}
		if err != nil {
			return h.syntaxError(err)
		}
		v, err := script.Run(c, h.vm.Main(), vmapi.RunOptions{HideErrors: true})
		if err == nil && print {
			err = h.print(c, []vmapi.Value{v})
		}
		return err
	})
}

// run runs a program to its end.
func (h *Host) run(start func(c *vmapi.Call) error) int {
	_, err := h.vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
		err := h.preload(c)
		if err == nil {
			err = start(c)
		}
		if err == nil {
			err = h.settle(c)
		}
		if err = h.uncaught(c, err); err == nil {
			err = h.spin(c)
		}
		if err != nil && !h.exiting {
			return vmapi.Value{}, err
		}
		return vmapi.Value{}, nil
	})
	h.ended.Store(true)
	for f := range h.open {
		_ = f.Close() // the program did not care either
	}
	clear(h.open)
	h.flush()
	if err != nil && !h.exiting {
		fmt.Fprintln(h.opts.Stderr, describeFatal(err))
		return 1
	}
	return h.exitCode
}

func describeFatal(err error) string {
	var p *vmapi.PanicError
	if errors.As(err, &p) {
		return p.Error() + "\n" + string(p.Stack)
	}
	return strings.TrimPrefix(err.Error(), "vmapi: ")
}

func (h *Host) flush() { h.stdout.Flush() }

// AbsPath makes a path of the process's working directory absolute.
func AbsPath(file string) string {
	if p, err := filepath.Abs(file); err == nil {
		return p
	}
	return file
}

// abs makes a path absolute in the host's working directory.
func (h *Host) abs(file string) string {
	if filepath.IsAbs(file) {
		return filepath.Clean(file)
	}
	return filepath.Join(h.dir, file)
}

// VM returns the VM that the host's programs run in.
func (h *Host) VM() *vmapi.VM { return h.vm }

// Require returns what require gives for one of Node's modules.
func (h *Host) Require(name string) (vmapi.Value, error) {
	return h.vm.Do(func(c *vmapi.Call) (vmapi.Value, error) { return h.requireBuiltin(c, name) })
}
