// Command burrow runs JavaScript files and shows what the engine does with them.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/burrowjs/burrow/test262"
	"github.com/burrowjs/burrow/vmapi"
)

// command is a subcommand.
type command struct {
	name, usage string
	run         func(args []string) int
}

var commands []command

func init() {
	commands = []command{
		stageCommand("tokens", "show the tokens of a file", vmapi.StageTokens),
		stageCommand("ast", "show the syntax tree (--estree: as JSON)", vmapi.StageAST),
		stageCommand("scopes", "show the scopes and their bindings", vmapi.StageScopes),
		stageCommand("bytecode", "show the instructions", vmapi.StageBytecode),
		{"test262", "run the official conformance suite", func(args []string) int {
			return test262.Main(args, os.Stdout, os.Stderr)
		}},
		{"test262-server", "serve a test262 runner on standard input and output", func([]string) int {
			return test262.ServeMain(os.Stdin, os.Stdout, os.Stderr)
		}},
		{"version", "print the version", printVersion},
		{"help", "print this text", func([]string) int {
			usage(os.Stdout)
			return 0
		}},
	}
}

func usage(w io.Writer) {
	fmt.Fprint(w, `usage: burrow                               read and run programs line by line
       burrow [flags] FILE [arguments]     run a script or module
       burrow [flags] -                     run what standard input has
       burrow [flags] -e CODE               run code
       burrow [flags] -p CODE               run code and print its value
       burrow COMMAND [arguments]

flags:
  -c, --check                 only look for syntax errors
  -C, --conditions NAME       a condition for exports and imports of packages
  -e, --eval CODE             run code
  --env-file FILE             set variables of the environment that are not set
  -h, --help                  print this text
  -i, --interactive           line by line although standard input is no terminal
  --import MODULE             import a module before the program
  --input-type TYPE           whether code is commonjs or module
  -p, --print CODE            run code and print its value
  -r, --require MODULE        require a module before the program
  --unhandled-rejections MODE throw, strict, warn, none or warn-with-error-codes
  -v, --version               print the version
  --experimental-vm-modules   make vm.Module and its classes visible
  --no-warnings, --trace-warnings, --no-deprecation, --trace-deprecation, --throw-deprecation
  --harmony                   have the built-ins of proposals, as ShadowRealm

commands:
`)
	for _, c := range commands {
		fmt.Fprintf(w, "  %-16s%s\n", c.name, c.usage)
	}
}

func main() {
	if len(os.Args) < 2 {
		os.Exit(runProgram(nil))
	}
	for _, c := range commands {
		if os.Args[1] == c.name {
			os.Exit(c.run(os.Args[2:]))
		}
	}
	os.Exit(runProgram(os.Args[1:]))
}
