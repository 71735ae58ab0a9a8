const f = new Float64Array(1), u = new Uint32Array(f.buffer); let h = 17; for (let i = 0; i < 500; i++) { f[0] = Math.sqrt(i) / 3 + i ** 3; h = Math.imul(h ^ u[0], 31) + u[1] | 0; } console.log(h);
