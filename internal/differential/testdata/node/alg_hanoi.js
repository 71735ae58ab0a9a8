const m = []; const h = (n, a, b, c) => { if (n) { h(n - 1, a, c, b); m.push(a + c); h(n - 1, b, a, c); } }; h(4, "A", "B", "C"); console.log(m.join(" "), m.length);
