package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/burrowjs/burrow/host"
	"github.com/burrowjs/burrow/vmapi"
)

// isTerminal reports whether somebody may be typing.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// runProgram is burrow [flags] FILE [arguments].
func runProgram(args []string) int {
	tuneCollector()
	f, rest, err := parseFlags(args)
	switch {
	case err != nil:
		return fail(9, err)
	case f.help:
		usage(os.Stdout)
		return 0
	case f.version:
		return printVersion(nil)
	case f.hasCode && f.print && f.inputType == "module":
		return fail(9, errors.New("--print cannot be used with ESM input"))
	case f.check && f.hasCode:
		return fail(9, errors.New("either --check or --eval can be used, not both"))
	case f.inputType != "" && !f.hasCode && len(rest) > 0 && rest[0] != "-":
		return fail(9, errors.New("--input-type can only be used with string input via --eval, --print, or STDIN"))
	}
	env := os.Environ()
	for _, file := range f.envFiles {
		if env, err = host.AddEnvFile(env, file); err != nil {
			return fail(9, fmt.Errorf("%s: not found", file))
		}
	}
	interactive := !f.hasCode && (f.interactive || len(rest) == 0 && isTerminal(os.Stdin))
	if !f.hasCode && !interactive && (len(rest) == 0 || rest[0] == "-") {
		code, err := io.ReadAll(os.Stdin)
		if err != nil {
			return fail(1, err)
		}
		f.code, f.hasCode, f.file = string(code), true, "[stdin]"
	}
	exec, err := os.Executable()
	if err != nil {
		exec = os.Args[0]
	}
	opts := host.Options{VM: vmapi.Options{Proposals: f.proposals}, Exec: exec, ExecArgs: f.execArgs, VMModules: f.vmModule, Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Env: env,
		UnhandledRejections: f.rejections, Conditions: f.conditions, Preload: f.preload, Import: f.imports}
	opts.Args = append(opts.Args, rest...)
	if !f.hasCode && !interactive {
		opts.Args[0] = host.AbsPath(rest[0])
	}
	h, err := host.New(opts)
	if err != nil {
		return fail(1, err)
	}
	switch {
	case interactive:
		return h.RunREPL(os.Stdin, os.Stdout)
	case f.check && f.hasCode:
		return h.CheckCode(f.code, f.file)
	case f.check:
		return h.CheckFile(rest[0])
	case f.hasCode && f.inputType == "module":
		return h.RunModuleCode(f.code)
	case f.hasCode:
		return h.RunCode(f.code, f.file, f.print)
	}
	return h.RunFile(rest[0])
}

// fail prints what is wrong with the command line and returns the exit code.
func fail(code int, err error) int {
	fmt.Fprintf(os.Stderr, "%s: %v\n", os.Args[0], err)
	return code
}
