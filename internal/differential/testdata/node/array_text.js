function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [1,[2,3],null,undefined,'x'].join());
show(() => [1,2].join('--'));
show(() => [1,[2]].toString());
show(() => (()=>{var a=[1]; a.push(a); return a.join()})());
show(() => Array.prototype.toString.call({join(){return 'J'}}));
show(() => Array.prototype.toString.call({}));
show(() => [1,null,2].toLocaleString());
show(() => [].join());
show(() => [,,].join());
show(() => Array.prototype.join.call('abc','-'));
