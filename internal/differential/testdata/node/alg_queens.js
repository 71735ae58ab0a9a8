const solve = (n, r = [], out = []) => { if (r.length === n) out.push(r.join("")); else for (let c = 0; c < n; c++) if (r.every((x, i) => x !== c && Math.abs(x - c) !== r.length - i)) solve(n, [...r, c], out); return out; };
console.log(solve(6), solve(7).length);
