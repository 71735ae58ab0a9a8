package interp_test

import (
	"fmt"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/realm"
)

// A template is compiled once and runs in any number of realms, each of which
// has globals of its own.
func ExampleRunScript() {
	source := &bytecode.Source{Text: jstring.FromGo("var n = (globalThis.n || 0) + 1; n"), Name: "count.js"}
	template, err := realm.CompileScript(source, realm.ParseOptions())
	if err != nil {
		fmt.Println(err)
		return
	}
	agent := realm.NewAgent()
	first, second := realm.New(agent), realm.New(agent)
	for range 2 {
		v, err := interp.RunScript(first, template)
		fmt.Println(agent.Describe(v), err)
	}
	v, err := interp.RunScript(second, template)
	fmt.Println(agent.Describe(v), err)
	// Output:
	// 1 <nil>
	// 2 <nil>
	// 1 <nil>
}
