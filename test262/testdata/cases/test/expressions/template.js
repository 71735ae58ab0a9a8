/*---
description: templates and tagged templates
---*/
var n = 2;
assert.sameValue(`a${n}b${`inner${n + 1}`}`, "a2binner3");
function tag(strings, ...values) { return strings.raw.join("~") + values.join(); }
assert.sameValue(tag`x\n${1}y${2}`, "x\\n~y~1,2");
function site() { return (function (s) { return s; })`same`; }
assert.sameValue(site(), site());
assert.sameValue(Object.isFrozen(site()), true);
