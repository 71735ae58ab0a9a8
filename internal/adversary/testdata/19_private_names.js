// expect: ok 1
var s = 'class A {'; for (var i = 0; i < 2e4; i++) s += '#p' + i + '=1;'; var A = eval('(' + s + 'static get(o) { return o.#p19999 } })'); A.get(new A)
