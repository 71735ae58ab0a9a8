let g = [".....", "..#..", "..#..", "..#..", "....."].map((r) => [...r]);
for (let s = 0; s < 3; s++) { console.log(g.map((r) => r.join("")).join("\n")); g = g.map((r, y) => r.map((c, x) => { let n = 0; for (let a = -1; a < 2; a++) for (let b = -1; b < 2; b++) if (a || b) n += g[y + a]?.[x + b] === "#"; return n === 3 || (n === 2 && c === "#") ? "#" : "."; })); }
