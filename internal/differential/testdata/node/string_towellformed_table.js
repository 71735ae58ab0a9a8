for (const receiver of ['', 'abc', 'aXbXc', '  pad ', 'ÀÉ', '😀x', '\ud800z', 'aaa', 12.5, true, [1, 2], { toString: () => 'obj' }, null]) {
  for (const args of [[]]) {
    let result;
    try {
      result = JSON.stringify(String.prototype.toWellFormed.call(receiver, ...args)) ?? 'undefined';
    } catch (e) {
      result = e.name;
    }
    console.log(JSON.stringify(receiver), args.map(String).join(), '=>', result);
  }
}
console.log(String.prototype.toWellFormed.length, String.prototype.toWellFormed.name);
