package main

import (
	"fmt"
	"os"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
)

func runFile(args []string) int {
	text, err := os.ReadFile(args[0])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	a := realm.NewAgent()
	r := realm.New(a)
	f := a.NewNative(r, "print", 1, func(c *object.Call) (object.Value, error) {
		s, err := object.ToString(c.Agent, c.Arg(0))
		if err == nil {
			fmt.Println(s.String())
		}
		return object.Undefined, err
	})
	r.GlobalObject.DefineValue(a, a.Key("print"), object.Obj(f), object.AttrMethod)
	src := &bytecode.Source{Text: jstring.FromGo(string(text)), Name: args[0]}
	t, err := realm.CompileScript(src, realm.ParseOptions())
	if err == nil {
		if len(args) > 1 && args[1] == "-d" {
			bytecode.Disassemble(os.Stdout, t)
		}
		if _, err = interp.RunScript(r, t); err == nil {
			err = interp.RunJobs(a, nil)
		}
	}
	if err != nil {
		if v, ok := object.Catch(err); ok {
			if o := v.ObjectOrNil(); o != nil {
				s, _ := o.Get(a, a.Key("stack"))
				fmt.Fprintln(os.Stderr, a.Describe(s))
			}
		}
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}
