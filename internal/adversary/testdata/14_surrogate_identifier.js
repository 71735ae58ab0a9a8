// expect: SyntaxError
eval('var \ud83d = 1')
