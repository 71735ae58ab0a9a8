package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/burrowjs/burrow/host"
	"github.com/burrowjs/burrow/vmapi"
)

// runFlags are the flags before the file, as Node has them.
type runFlags struct {
	code    string
	file    string // the name of code in messages, if it is not [eval]
	hasCode bool
	print   bool
	// interactive asks for a session although standard input is no terminal.
	interactive bool
	module      bool
	vmModule    bool
	proposals   bool
	execArgs    []string
}

// ignoredFlags are accepted because programs for Node pass them.
var ignoredFlags = map[string]bool{
	"--no-warnings": true, "--expose-gc": true, "--enable-source-maps": true, "--trace-warnings": true,
}

// parseFlags reads flags up to the file name.
func parseFlags(args []string) (f runFlags, rest []string, err error) {
	for len(args) > 0 && strings.HasPrefix(args[0], "-") && args[0] != "-" {
		flag := args[0]
		args = args[1:]
		switch {
		case flag == "--":
			return f, args, nil
		case flag == "-e" || flag == "--eval" || flag == "-p" || flag == "--print" || flag == "-pe":
			if len(args) == 0 {
				return f, nil, fmt.Errorf("%s requires an argument", flag)
			}
			f.code, f.hasCode = args[0], true
			f.print = flag != "-e" && flag != "--eval"
			args = args[1:]
		case flag == "-i" || flag == "--interactive":
			f.interactive = true
		case flag == "--experimental-vm-modules":
			f.vmModule = true
			f.execArgs = append(f.execArgs, flag)
		case flag == "--harmony":
			f.proposals = true
			f.execArgs = append(f.execArgs, flag)
		case ignoredFlags[flag]:
			f.execArgs = append(f.execArgs, flag)
		default:
			return f, nil, fmt.Errorf("bad option: %s", flag)
		}
	}
	return f, args, nil
}

// isTerminal reports whether somebody may be typing.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// runProgram is burrow [flags] FILE [arguments].
func runProgram(args []string) int {
	f, rest, err := parseFlags(args)
	if err != nil {
		fmt.Fprintln(os.Stderr, "burrow:", err)
		return 9
	}
	interactive := !f.hasCode && (f.interactive || len(rest) == 0 && isTerminal(os.Stdin))
	if !f.hasCode && !interactive && (len(rest) == 0 || rest[0] == "-") {
		code, err := io.ReadAll(os.Stdin)
		if err != nil {
			fmt.Fprintln(os.Stderr, "burrow:", err)
			return 1
		}
		f.code, f.hasCode, f.file = string(code), true, "[stdin]"
	}
	exec, err := os.Executable()
	if err != nil {
		exec = os.Args[0]
	}
	opts := host.Options{VM: vmapi.Options{Proposals: f.proposals}, Exec: exec, ExecArgs: f.execArgs, VMModules: f.vmModule, Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr}
	opts.Args = append(opts.Args, rest...)
	if !f.hasCode && !interactive {
		opts.Args[0] = host.AbsPath(rest[0])
	}
	h, err := host.New(opts)
	if err != nil {
		fmt.Fprintln(os.Stderr, "burrow:", err)
		return 1
	}
	if interactive {
		return h.RunREPL(os.Stdin, os.Stdout)
	}
	if f.hasCode {
		return h.RunCode(f.code, f.file, f.print)
	}
	return h.RunFile(rest[0])
}
