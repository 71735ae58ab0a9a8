// expect: ok 70000
function f() { return arguments.length; } eval('f(' + Array(70000).fill(1).join() + ')')
