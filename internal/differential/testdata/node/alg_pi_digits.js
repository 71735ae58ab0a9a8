let q = 1n, r = 0n, t = 1n, k = 1n, n = 3n, l = 3n, s = "";
while (s.length < 60) { if (4n * q + r - t < n * t) { s += n; const nr = 10n * (r - n * t); n = (10n * (3n * q + r)) / t - 10n * n; q *= 10n; r = nr; } else { const nr = (2n * q + r) * l; const nn = (q * (7n * k) + 2n + r * l) / (t * l); q *= k; t *= l; l += 2n; k += 1n; n = nn; r = nr; } }
console.log(s);
