// expect: 2000000:1267925848
(function () {
  let s = "";
  for (let i = 0; i < 1000000; i++) s += "ab";
  let h = 0;
  for (let i = 0; i < s.length; i += 7) h = (h * 31 + s.charCodeAt(i)) | 0;
  globalThis.result = s.length + ":" + h;
})();
