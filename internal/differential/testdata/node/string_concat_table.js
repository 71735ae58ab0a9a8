for (const receiver of ['', 'abc', 'aXbXc', '  pad ', 'ÀÉ', '😀x', '\ud800z', 'aaa', 12.5, true, [1, 2], { toString: () => 'obj' }, null]) {
  for (const args of [[], [0], [1, 2], [-1], ['X'], ['a', 1], [/[ab]/], [undefined, 'q'], [NaN], [Infinity]]) {
    let result;
    try {
      result = JSON.stringify(String.prototype.concat.call(receiver, ...args)) ?? 'undefined';
    } catch (e) {
      result = e.name;
    }
    console.log(JSON.stringify(receiver), args.map(String).join(), '=>', result);
  }
}
console.log(String.prototype.concat.length, String.prototype.concat.name);
