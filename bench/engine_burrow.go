package main

// runBurrow measures Burrow through its embedding API. It is nil in a build
// without the engine, which then leaves the column out.
var runBurrow runFunc

func init() {
	if runBurrow != nil {
		builtin["burrow"] = runBurrow
	}
}
