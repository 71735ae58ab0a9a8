for (let e = -320; e < 310; e += 17) { const x = 1.2345678901234567 * 10 ** e; console.log(String(x).length > 0, Number(String(x)) === x, x.toExponential(3)); }
