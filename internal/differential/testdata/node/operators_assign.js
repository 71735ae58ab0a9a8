let a = 5; a += 2; a -= 1; a *= 3; a /= 2; a %= 5; a **= 2; a <<= 2; a >>= 1; a >>>= 0; a &= 30; a |= 1; a ^= 2; console.log(a);
let s = "a"; s += 1; s += null; console.log(s);
let i = 1; console.log(i++ + ++i, i-- - --i, i);
let n = 1n; n++; n **= 3n; console.log(n);
let x = "5"; x++; console.log(x, typeof x); let y = "5"; y += 1; console.log(y);
const o = { i: 0 }, arr = [1, 2, 3]; arr[o.i++] += 10; console.log(arr, o);
let u; u++; console.log(u); console.log((1, 2), void 0, typeof typeof 1, !!"", -"3", +[], +{}, ~~3.7);
