const values = [0, -0, 1, -7, 2.5, 1e20, NaN, Infinity, '', '3', 'a', true, null, undefined, [], [2], {}, { valueOf() { return 4; } }, 5n, -2n, Symbol.iterator];
const name = (x) => (typeof x === 'object' ? JSON.stringify(x) : typeof x === 'bigint' ? `${x}n` : typeof x === 'string' ? `'${x}'` : Object.is(x, -0) ? '-0' : String(x));
for (const a of values) {
  const row = [];
  for (const b of values) {
    try {
      row.push(name(a << b));
    } catch (e) {
      row.push(e.message);
    }
  }
  console.log(name(a), row.join(' | '));
}
