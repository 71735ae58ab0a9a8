const f = (x) => { const r = []; switch (x) { case 1: r.push(1); case 2: r.push(2); break; default: r.push("d"); case 3: r.push(3); } return r; };
for (const x of [1, 2, 3, 4, "1", NaN]) console.log(x, f(x));
switch (3) { case 1: default: { let q = 1; console.log(q); } }
switch (true) { case 1 > 2: console.log("no"); break; case 2 > 1: console.log("yes"); }
