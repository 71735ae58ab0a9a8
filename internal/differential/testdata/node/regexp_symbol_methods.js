function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => /b/[Symbol.replace]('abc','x'));
show(() => /b/[Symbol.match]('abc'));
show(() => /b/g[Symbol.match]('abcb'));
show(() => [.../b/g[Symbol.matchAll]('abcb')].length);
show(() => /b/[Symbol.search]('abc'));
show(() => /b/[Symbol.split]('abc'));
show(() => /b/[Symbol.split]('abcbd',2));
show(() => /(?:)/u[Symbol.split]('a😀b'));
show(() => RegExp.prototype[Symbol.replace].call(1,'a'));
show(() => (()=>{class R extends RegExp{exec(s){return null}}; return 'abc'.replace(new R('b'),'x')})());
show(() => /a/g[Symbol.matchAll]('a').next());
show(() => /a/g[Symbol.matchAll]('a')[Symbol.toStringTag]);
show(() => Object.getPrototypeOf(/a/g[Symbol.matchAll]('a')).next.call({}));
