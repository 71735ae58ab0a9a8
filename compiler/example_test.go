package compiler_test

import (
	"fmt"
	"os"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/compiler"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/parser"
)

// The program is the one that docs/TOUR.md follows.
func ExampleCompileScript() {
	text := jstring.FromGo(`const point = { x: 3, y: 4 };
function area(p) {
  return p.x * p.y;
}
area(point) + 1;
`)
	script, err := parser.ParseScript(text, parser.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	template, err := compiler.CompileScript(script, &bytecode.Source{Text: text, Name: "area.js"}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	bytecode.Disassemble(os.Stdout, template)
	// Output:
	// function (top): 0 params, 6 registers, script
	//     0  LOADUNDEF     r2
	//     1  DECLGLOBAL    k0                     ; var [] function [area] let point
	//     2  CLOSURE       r3, f0, r0
	//     3  INITGLOBALFN  p0, r3                 ; .area
	//     4  LOADINT       r4, 3
	//     5  LOADINT       r5, 4
	//     6  OBJLIT        r3, r4.., k1           ; {x, y}
	//     7  INITGLOBALLEX p1, r3                 ; .point
	//     8  GETGLOBAL     r3, p0                 ; .area
	//     9  LOADUNDEF     r4
	//    10  GETGLOBAL     r5, p1                 ; .point
	//    11  CALL1         r3.., r3
	//    12  ADDI          r2, r3, 1
	//    13  RETURN        r2
	//    14  NOP
	// function f0 "area": 1 params, 6 registers, constructor named
	//     0  GETFIELD      r4, r2, p0             ; .x
	//     1  GETFIELD      r5, r2, p1             ; .y
	//     2  MUL           r3, r4, r5
	//     3  RETURN        r3
	//     4  NOP
}
