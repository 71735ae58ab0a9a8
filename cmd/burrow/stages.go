package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/burrowjs/burrow/vmapi"
)

// stageCommand makes the command that shows a stage of compilation.
func stageCommand(name, usage string, stage vmapi.Stage) command {
	return command{name, usage, func(args []string) int {
		module, file := false, ""
		for _, a := range args {
			switch {
			case a == "--module":
				module = true
			case a == "--estree" && stage == vmapi.StageAST:
				stage = vmapi.StageESTree
			case file == "":
				file = a
			default:
				file = ""
			}
		}
		if file == "" {
			fmt.Fprintf(os.Stderr, "usage: burrow %s [--module] FILE\n", name)
			return 2
		}
		text, err := os.ReadFile(file)
		if err == nil {
			var out string
			out, err = vmapi.ShowStage(stage, string(text), file, module || filepath.Ext(file) == ".mjs")
			fmt.Print(out)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "burrow:", err)
			return 1
		}
		return 0
	}}
}
