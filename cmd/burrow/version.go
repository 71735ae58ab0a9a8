package main

import (
	"fmt"
	"runtime"

	"github.com/burrowjs/burrow/host"
)

// version is the version of the project.
const version = "0.1.0"

func printVersion([]string) int {
	fmt.Printf("burrow %s (%s %s/%s), as Node %s\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH, host.Version)
	return 0
}
