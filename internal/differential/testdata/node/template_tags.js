const tag = (s, ...v) => [s.raw, [...s], v];
console.log(tag`a${1}\n${2}b`, tag``, tag`\u{zz}`);
const f = () => ((s) => s)`same`;
console.log(f() === f(), Object.isFrozen(f()), `multi
line ${`nested ${1 + 1}`}`);
const o = { t(s) { return this === o; } };
console.log(o.t`x`);
