for (const x of [0, -0, 1.5, -3e10, NaN, '', '12', 'a', true, null, undefined, [], {}, () => 1, 5n, Symbol.iterator]) {
  try {
    console.log(typeof x, + x);
  } catch (e) {
    console.log(e.message);
  }
}
