// Command burrow runs JavaScript files and shows what the engine does with them.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/burrowjs/burrow/test262"
)

// command is a subcommand.
type command struct {
	name, usage string
	run         func(args []string) int
}

var commands = []command{
	{"test262", "run the official conformance suite", func(args []string) int {
		return test262.Main(args, os.Stdout, os.Stderr)
	}},
	{"test262-server", "serve a test262 runner on standard input and output", func([]string) int {
		return test262.ServeMain(os.Stdin, os.Stdout, os.Stderr)
	}},
}

func usage(w io.Writer) {
	fmt.Fprintln(w, "usage: burrow [command] [arguments]\n\n  burrow FILE [ARGUMENTS]\trun a script or module\n\ncommands:")
	for _, c := range commands {
		fmt.Fprintf(w, "  %-16s%s\n", c.name, c.usage)
	}
}

func main() {
	if len(os.Args) < 2 {
		usage(os.Stderr)
		os.Exit(2)
	}
	for _, c := range commands {
		if os.Args[1] == c.name {
			os.Exit(c.run(os.Args[2:]))
		}
	}
	os.Exit(runProgram(os.Args[1:]))
}
