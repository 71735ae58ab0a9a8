// expect: 15571
(function () {
  const size = 200, limit = 80;
  let inside = 0;
  for (let py = 0; py < size; py++) {
    for (let px = 0; px < size; px++) {
      const cr = 2 * px / size - 1.5, ci = 2 * py / size - 1;
      let zr = 0, zi = 0, i = 0;
      while (i < limit && zr * zr + zi * zi < 4) {
        const t = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = t;
        i++;
      }
      if (i === limit) inside++;
    }
  }
  globalThis.result = inside;
})();
