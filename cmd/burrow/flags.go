package main

import (
	"fmt"
	"strings"
)

// runFlags are the flags before the file, as Node has them.
type runFlags struct {
	code    string
	file    string // the name of code in messages, if it is not [eval]
	hasCode bool
	print   bool
	check   bool // only look for syntax errors
	// interactive asks for a session although standard input is no terminal.
	interactive bool
	vmModule    bool
	proposals   bool
	help        bool
	version     bool
	inputType   string // of code: module, commonjs or unknown
	rejections  string
	conditions  []string
	preload     []string
	imports     []string
	envFiles    []string
	execArgs    []string
}

// flagSpec says what a flag does; with value it takes one, after = or as the
// next argument.
type flagSpec struct {
	value bool
	set   func(f *runFlags, value string) error
}

func setBool(into func(f *runFlags) *bool) flagSpec {
	return flagSpec{set: func(f *runFlags, _ string) error { *into(f) = true; return nil }}
}

func addText(into func(f *runFlags) *[]string) flagSpec {
	return flagSpec{value: true, set: func(f *runFlags, v string) error {
		*into(f) = append(*into(f), v)
		return nil
	}}
}

func oneOf(name string, into func(f *runFlags) *string, allowed ...string) flagSpec {
	return flagSpec{value: true, set: func(f *runFlags, v string) error {
		for _, a := range allowed {
			if v == a {
				*into(f) = v
				return nil
			}
		}
		return fmt.Errorf("invalid value for %s: it is one of %s", name, strings.Join(allowed, ", "))
	}}
}

func code(print bool) flagSpec {
	return flagSpec{value: true, set: func(f *runFlags, v string) error {
		f.code, f.hasCode, f.print = v, true, f.print || print
		return nil
	}}
}

// flagSpecs are the flags that mean something. The host itself reads those about
// warnings in process.execArgv.
var flagSpecs = map[string]flagSpec{
	"--eval":                    code(false),
	"--print":                   code(true),
	"--check":                   setBool(func(f *runFlags) *bool { return &f.check }),
	"--interactive":             setBool(func(f *runFlags) *bool { return &f.interactive }),
	"--help":                    setBool(func(f *runFlags) *bool { return &f.help }),
	"--version":                 setBool(func(f *runFlags) *bool { return &f.version }),
	"--experimental-vm-modules": setBool(func(f *runFlags) *bool { return &f.vmModule }),
	"--harmony":                 setBool(func(f *runFlags) *bool { return &f.proposals }),
	"--require":                 addText(func(f *runFlags) *[]string { return &f.preload }),
	"--import":                  addText(func(f *runFlags) *[]string { return &f.imports }),
	"--conditions":              addText(func(f *runFlags) *[]string { return &f.conditions }),
	"--env-file":                addText(func(f *runFlags) *[]string { return &f.envFiles }),
	"--input-type":              oneOf("--input-type", func(f *runFlags) *string { return &f.inputType }, "commonjs", "module"),
	"--unhandled-rejections": oneOf("--unhandled-rejections", func(f *runFlags) *string { return &f.rejections },
		"strict", "warn", "none", "throw", "warn-with-error-codes"),
}

// ignoredFlags are accepted because programs for Node pass them, with whether
// they have a value.
var ignoredFlags = map[string]bool{
	"--no-warnings": false, "--warnings": false, "--trace-warnings": false, "--no-deprecation": false, "--trace-deprecation": false,
	"--throw-deprecation": false, "--expose-gc": false, "--enable-source-maps": false, "--trace-uncaught": false,
	"--preserve-symlinks": false, "--experimental-modules": false, "--experimental-json-modules": false, "--experimental-detect-module": false,
	"--experimental-require-module": false, "--experimental-default-type": true, "--max-old-space-size": true, "--stack-size": true,
	"--title": true, "--disable-warning": true, "--max-http-header-size": true,
}

var shortFlags = map[string]string{
	"-e": "--eval", "-p": "--print", "-pe": "--print", "-c": "--check", "-i": "--interactive", "-h": "--help", "-v": "--version",
	"-r": "--require", "-C": "--conditions",
}

// parseFlags reads flags up to the file name.
func parseFlags(args []string) (f runFlags, rest []string, err error) {
	for len(args) > 0 && strings.HasPrefix(args[0], "-") && args[0] != "-" {
		given := args[0]
		args = args[1:]
		if given == "--" {
			return f, args, nil
		}
		name, value, hasValue := strings.Cut(given, "=")
		if long, ok := shortFlags[name]; ok {
			name = long
		}
		spec, known := flagSpecs[name]
		takes, ignored := ignoredFlags[strings.ReplaceAll(name, "_", "-")]
		switch {
		case !known && !ignored:
			return f, nil, fmt.Errorf("bad option: %s", given)
		case ignored:
			f.execArgs = append(f.execArgs, given)
			if takes && !hasValue && len(args) > 0 {
				f.execArgs = append(f.execArgs, args[0])
				args = args[1:]
			}
			continue
		case spec.value && !hasValue:
			if name == "--print" && f.hasCode {
				f.print = true // -e CODE -p
				continue
			}
			if len(args) == 0 || strings.HasPrefix(args[0], "-") && name != "--eval" && name != "--print" {
				return f, nil, fmt.Errorf("%s requires an argument", given)
			}
			f.execArgs = append(f.execArgs, given, args[0])
			value, args = args[0], args[1:]
		case !spec.value && hasValue:
			return f, nil, fmt.Errorf("%s does not take an argument", given)
		default:
			f.execArgs = append(f.execArgs, given)
		}
		if err := spec.set(&f, value); err != nil {
			return f, nil, err
		}
	}
	return f, args, nil
}
