package parser_test

import (
	"fmt"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/parser"
)

func ExampleParseScript() {
	script, err := parser.ParseScript(jstring.FromGo("let [a, b = a] = c"), parser.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(ast.Sexpr(script))
	fmt.Print(ast.DumpScopes(script))
	// Output:
	// (Script (VariableDeclaration let (VariableDeclarator (ArrayPattern (AssignmentElement (Identifier a)) (AssignmentElement (Identifier b) (Identifier a))) (Identifier c))))
	// global
	// - a let tdz
	// - b let unreferenced
}

func ExampleParseScript_error() {
	source := jstring.FromGo("a = {\n  b c\n}")
	_, err := parser.ParseScript(source, parser.Options{})
	e := err.(*parser.SyntaxError)
	line, column := jstring.LineColumn(source, e.Offset)
	fmt.Printf("%v at %d:%d", e, line, column+1)
	// Output: SyntaxError: Unexpected identifier 'c' at 2:5
}
