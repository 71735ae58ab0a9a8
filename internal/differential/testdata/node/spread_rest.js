const f = (...a) => a.length;
console.log(f(...[1, 2], 3, ..."ab"), [..."hi", ...[1]], { ...{ a: 1, b: 2 }, b: 3, ...null, ..."xy", ...[9] });
const { a, ...r } = { a: 1, get b() { return 2; }, [Symbol.for("s")]: 3 };
console.log(r);
console.log(Math.max(...new Set([1, 5, 3])), new Array(...[1, 2]), ((x, y = x, ...z) => [x, y, z])(1, undefined, 3));
