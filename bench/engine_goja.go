package main

import (
	"time"

	"github.com/dop251/goja"
)

func init() { builtin["goja"] = runGoja }

func runGoja(scripts []script) (string, time.Duration, error) {
	vm := goja.New()
	start := time.Now()
	for _, s := range scripts {
		if _, err := vm.RunScript(s.name, s.source); err != nil {
			return "", 0, err
		}
	}
	elapsed := time.Since(start)
	v, err := vm.RunString(resultExpression)
	if err != nil {
		return "", 0, err
	}
	return v.String(), elapsed, nil
}
