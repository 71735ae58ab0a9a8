const a = []; a[4294967294] = 1; console.log(a.length, Object.keys(a)); a[4294967295] = 2; console.log(a.length, a["4294967295"]); try { a.push(1); } catch (e) { console.log(e.message, a.length, a[4294967295]); }
const b = []; b[1000000] = 1; b.length = 10; console.log(b); console.log([,,1].lastIndexOf(1), [3, , 1].sort(), [1, , 2].reverse());
