// expect: ok 300
function f() { return arguments.length; } eval('f(' + Array(300).fill(1).join() + ')')
