// expect: SyntaxError
eval('({' + '__proto__:null,'.repeat(1e5) + '})')
