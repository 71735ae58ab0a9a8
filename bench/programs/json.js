// expect: 2440098
(function () {
  const data = [];
  for (let i = 0; i < 1500; i++) data.push({ id: i, name: "name " + i, tags: ["a", "b", "c"], nested: { x: i / 2, y: null, ok: true } });
  let n = 0;
  for (let r = 0; r < 18; r++) {
    const text = JSON.stringify(data);
    n += text.length + JSON.parse(text).length;
  }
  globalThis.result = n;
})();
