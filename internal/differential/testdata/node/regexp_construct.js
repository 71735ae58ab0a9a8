function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [new RegExp('a/b','g'),RegExp('\n'),new RegExp(''),RegExp(/x/i),new RegExp(/x/g,'m'),/[/]/]);
show(() => [/a/dgimsuy.flags,/a/v.flags,/a/.source,new RegExp('/').source,RegExp('').source]);
show(() => (()=>{var r=/a/dgimsy; return [r.hasIndices,r.global,r.ignoreCase,r.multiline,r.dotAll,r.unicode,r.sticky,r.unicodeSets,r.lastIndex]})());
show(() => RegExp.prototype.toString());
show(() => RegExp.prototype.flags);
show(() => RegExp.prototype.source);
show(() => RegExp.prototype.global);
show(() => RegExp.prototype.toString.call({source:'s',flags:'f'}));
show(() => Object.getOwnPropertyDescriptor(RegExp.prototype,'global').get.call({}));
show(() => RegExp[Symbol.species]===RegExp);
show(() => (()=>{var r=/a/; r.compile('b','g'); return r})());
show(() => /a/ instanceof RegExp);
show(() => RegExp(/a/)===RegExp(/a/));
