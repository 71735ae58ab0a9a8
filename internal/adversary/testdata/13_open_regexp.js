// expect: SyntaxError
eval('/' + 'a'.repeat(1e6))
