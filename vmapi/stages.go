package vmapi

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/compiler"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/lexer"
	"github.com/burrowjs/burrow/parser"
)

// Stage is a step on the way from text to instructions that can be looked at.
type Stage uint8

// The stages.
const (
	StageTokens   Stage = iota // one token a line: position, kind, text
	StageAST                   // the tree as S-expressions
	StageESTree                // the tree as JSON in the form of ESTree
	StageScopes                // scopes with their bindings
	StageBytecode              // functions with their instructions
)

// ShowStage renders what a stage makes of a text; module chooses the goal. The
// error is a *SyntaxError.
func ShowStage(stage Stage, text, filename string, module bool) (string, error) {
	so := ScriptOptions{Filename: filename}
	src := so.source(jstring.FromGo(text))
	if stage == StageTokens {
		return showTokens(src.Text, module)
	}
	var node ast.Node
	var script *ast.Script
	var mod *ast.Module
	var err error
	if module {
		mod, err = parser.ParseModule(src.Text, parseOptions())
		node = mod
	} else {
		script, err = parser.ParseScript(src.Text, parseOptions())
		node = script
	}
	if err != nil {
		return "", syntaxError(src, err)
	}
	switch stage {
	case StageAST:
		return ast.Sexpr(node) + "\n", nil
	case StageESTree:
		return string(ast.ESTree(src.Text, node)) + "\n", nil
	case StageScopes:
		return ast.DumpScopes(node), nil
	}
	var body *bytecode.Function
	if module {
		var m *bytecode.Module
		if m, err = compiler.CompileModule(mod, src, nil); err == nil {
			body = m.Body
		}
	} else {
		body, err = compiler.CompileScript(script, src, nil)
	}
	if err != nil {
		return "", syntaxError(src, err)
	}
	var out bytes.Buffer
	err = bytecode.Disassemble(&out, body)
	return out.String(), err
}

// tokenKinds names the kinds of tokens that are not words or punctuators.
var tokenKinds = map[lexer.Kind]string{
	lexer.Number: "number", lexer.BigInt: "bigint", lexer.String: "string", lexer.Template: "template", lexer.RegExp: "regexp",
	lexer.PrivateName: "private", lexer.Illegal: "illegal",
}

// endsOperand tells whether a slash after such a token is a division. Without
// the grammar it is a guess for ) and }, which mostly end operands.
func endsOperand(k lexer.Kind) bool {
	switch k {
	case lexer.Number, lexer.BigInt, lexer.String, lexer.Template, lexer.RegExp, lexer.PrivateName, lexer.RParen, lexer.RBracket, lexer.RBrace:
		return true
	}
	return k.IsWord() && !k.IsReserved()
}

func showTokens(source *jstring.String, module bool) (string, error) {
	l := lexer.NewLexer(lexer.NewText(source), 0, source.Len(), &lexer.Names{})
	l.Module = module
	l.SkipHashbang()
	var sb strings.Builder
	lines := jstring.NewLines(source)
	before := lexer.EOF
	var templates []int // depth of braces inside each open substitution
	for l.Next(); l.Tok.Kind != lexer.EOF && l.Err == nil; l.Next() {
		start, kind := l.Tok.Start, l.Tok.Kind
		text, ok := tokenKinds[kind]
		substitution := kind == lexer.RBrace && len(templates) > 0 && templates[len(templates)-1] == 0
		switch {
		case (kind == lexer.Div || kind == lexer.AssignDiv) && !endsOperand(before):
			l.ScanRegExp()
			kind, text, ok = lexer.RegExp, "regexp", true
		case kind == lexer.Template, substitution:
			part := l.ScanTemplate()
			kind, text, ok = lexer.Template, "template", true
			if substitution {
				templates = templates[:len(templates)-1]
			}
			if !part.Tail {
				templates = append(templates, 0)
				kind = lexer.EOF // an expression follows
			}
		case kind == lexer.LBrace && len(templates) > 0:
			templates[len(templates)-1]++
		case kind == lexer.RBrace && len(templates) > 0:
			templates[len(templates)-1]--
		}
		if !ok {
			text = "punctuator"
			if kind.IsReserved() {
				text = "keyword"
			} else if kind.IsWord() {
				text = "name"
			}
		}
		line, col := lines.LineColumn(start)
		fmt.Fprintf(&sb, "%d:%d\t%s\t%s\n", line, col+1, text, source.Substring(int(start), int(l.Tok.End)).String())
		before = kind
	}
	if l.Err != nil {
		return sb.String(), l.Err
	}
	return sb.String(), nil
}
