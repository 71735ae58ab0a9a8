package main

import (
	"fmt"
	"time"

	"modernc.org/quickjs"
)

func init() { builtin["modernc"] = runModernc }

func runModernc(scripts []script) (string, time.Duration, error) {
	vm, err := quickjs.NewVM()
	if err != nil {
		return "", 0, err
	}
	defer vm.Close()
	start := time.Now()
	for _, s := range scripts {
		v, err := vm.EvalValue(s.source, quickjs.EvalGlobal)
		if err != nil {
			return "", 0, err
		}
		v.Free()
	}
	for {
		n, err := vm.ExecutePendingJobs()
		if err != nil {
			return "", 0, err
		}
		if n == 0 {
			break
		}
	}
	elapsed := time.Since(start)
	v, err := vm.Eval(resultExpression, quickjs.EvalGlobal)
	if err != nil {
		return "", 0, err
	}
	return fmt.Sprint(v), elapsed, nil
}
