function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
for (const x of [0, -0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 0.1, 3, 10, 100, 1e-10, 1e10, 1e300, 1e-310, Infinity, -Infinity, NaN, '2', null, undefined, [], [4], {}, true]) console.log(x, Math.acosh(x));
console.log(Math.acosh.name, Math.acosh.length, Math.acosh());
show(() => Math.acosh(1n));
show(() => Math.acosh(Symbol()));
