// expect: 624620003
(function () {
  const code = [0, 1, 2, 3, 4, 5, 6, 7];
  let a = 1, b = 0, pc = 0;
  for (let steps = 0; steps < 3e6; steps++) {
    switch (code[pc]) {
      case 0: a += 3; break;
      case 1: b = a & 255; break;
      case 2: a ^= b; break;
      case 3: b = (b << 1) & 1023; break;
      case 4: a = (a - b) | 0; break;
      case 5: b++; break;
      case 6: a &= 0xffff; break;
      default: pc = -1;
    }
    pc++;
  }
  globalThis.result = a * 10000 + b;
})();
