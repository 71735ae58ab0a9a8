function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => (()=>{/(b)(c)?(d)/.exec('abdx'); return [RegExp.$1,RegExp.$2,RegExp.$3,RegExp.$4,RegExp.$5,RegExp.$6,RegExp.$7,RegExp.$8,RegExp.$9,RegExp.lastMatch,RegExp.lastParen,RegExp.leftContext,RegExp.rightContext,RegExp.input]})());
show(() => [RegExp['$&'],RegExp['$+'],RegExp['$`'],RegExp["$'"],RegExp.$_]);
show(() => (()=>{RegExp.input='zz'; return RegExp.$_})());
show(() => (()=>{RegExp.$_='yy'; return RegExp.input})());
