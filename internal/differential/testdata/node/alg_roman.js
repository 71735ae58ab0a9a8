const R = Object.entries({ M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 });
const roman = (n) => R.reduce((s, [k, v]) => { while (n >= v) { s += k; n -= v; } return s; }, "");
console.log([1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999].map(roman));
