const x = { s: "\u2028\"\\/\b", n: [0, -1.5e-9, 1e21, 123456789], d: { t: true, f: false, z: null }, e: [], o: {} };
const t = JSON.stringify(x);
console.log(t, JSON.stringify(JSON.parse(t)) === t);
console.log(JSON.stringify(x, null, "\t"));
