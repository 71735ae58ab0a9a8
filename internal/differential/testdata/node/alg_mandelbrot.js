const rows = []; for (let y = -1.2; y <= 1.2; y += 0.2) { let s = ""; for (let x = -2; x <= 0.6; x += 0.06) { let a = 0, b = 0, i = 0; while (a * a + b * b < 4 && i < 30) { [a, b] = [a * a - b * b + x, 2 * a * b + y]; i++; } s += " .:-=+*#%@"[Math.floor(i / 3.1)]; } rows.push(s); }
console.log(rows.join("\n"));
