package main

import (
	"time"

	"github.com/burrowjs/burrow/vmapi"
)

func init() { builtin["burrow"] = runBurrow }

// runBurrow measures Burrow through its embedding API, as a Go program would
// use it, with the promise jobs inside the measured time.
func runBurrow(scripts []script) (string, time.Duration, error) {
	vm := vmapi.New(vmapi.Options{})
	start := time.Now()
	for _, s := range scripts {
		c, err := vmapi.NewScript(s.source, vmapi.ScriptOptions{Filename: s.name})
		if err == nil {
			_, err = c.RunInThisContext(vm, vmapi.RunOptions{})
		}
		if err == nil {
			err = vm.RunJobs()
		}
		if err != nil {
			return "", 0, err
		}
	}
	elapsed := time.Since(start)
	c, err := vmapi.NewScript(resultExpression, vmapi.ScriptOptions{})
	if err != nil {
		return "", 0, err
	}
	v, err := c.RunInThisContext(vm, vmapi.RunOptions{})
	if err != nil {
		return "", 0, err
	}
	return v.String(), elapsed, nil
}
