// expect: SyntaxError
eval('`abc')
