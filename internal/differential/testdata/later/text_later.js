function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => RegExp.escape('a.b*c'));
show(() => JSON.stringify({a:JSON.rawJSON('1e1000')}));
show(() => JSON.isRawJSON(JSON.rawJSON('1')));
show(() => JSON.parse('[1.0]',(k,v,c)=>c.source??v.length));
show(() => Error.isError(new TypeError));
show(() => Error.isError({}));
show(() => /(?i:a)b/.test('Ab'));
show(() => /(?<y>a)|(?<y>b)/.exec('b').groups.y);
