function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [Number(''),Number(' 12 '),Number('0b101'),Number('0o17'),Number('1_0'),Number(null),Number(undefined),Number([5]),Number('1e-7'),Number(2n**64n),Number('Infinity'),Number('-0')]);
show(() => [Number.isInteger(5.0),Number.isSafeInteger(2**53),Number.isNaN('a'),Number.isFinite('1'),Number.parseFloat===parseFloat,Number.parseInt===parseInt]);
show(() => [Number.EPSILON,Number.MAX_SAFE_INTEGER,Number.MIN_SAFE_INTEGER,Number.MAX_VALUE,Number.MIN_VALUE]);
show(() => new Number(5));
show(() => Number.prototype.valueOf.call('a'));
