// expect: SyntaxError
eval('class A {' + '#p;'.repeat(1e5) + '}')
