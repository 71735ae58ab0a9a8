const n = 200, s = new Uint8Array(n + 1), r = [];
for (let i = 2; i <= n; i++) { if (s[i]) continue; r.push(i); for (let j = i * i; j <= n; j += i) s[j] = 1; }
console.log(r.join(" "));
