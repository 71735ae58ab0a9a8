function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [1,2,3,4].values().map(x=>x*2).filter(x=>x>2).toArray());
show(() => [1,2,3,4].values().take(2).toArray());
show(() => [1,2,3,4].values().drop(2).toArray());
show(() => [1,2].values().flatMap(x=>[x,x]).toArray());
show(() => [1,2].values().reduce((a,b)=>a+b));
show(() => [1,2].values().some(x=>x>1));
show(() => [1,2].values().every(x=>x>1));
show(() => [1,2].values().find(x=>x>1));
show(() => (()=>{var r=[]; [1,2].values().forEach(x=>r.push(x)); return r})());
show(() => Iterator.from({next(){return {done:true}}}).toArray());
show(() => Iterator.from([1,2]).toArray());
show(() => (()=>{var n=0,i=Iterator.from({next(){return {value:n++,done:false}},return(){n='closed'; return {}}}); return [i.next().value,i.return().value===undefined,n]})());
show(() => [1].values().map(x=>x).return().done);
show(() => Iterator.concat([1],[2]).toArray());
show(() => Iterator.zip([[1,2],['a','b']]).toArray().join(';'));
show(() => Iterator.zipKeyed({a:[1],b:[2]}).toArray()[0].b);
show(() => [1,2,3].values().chunks(2).toArray().join('|'));
show(() => [1,2,3].values().windows(2).toArray().join('|'));
show(() => [1,2,3].values().includes(2));
show(() => Iterator.prototype[Symbol.toStringTag]);
show(() => Iterator.prototype.constructor===Iterator);
show(() => [].values().map(1));
show(() => [].values().take(-1));
show(() => (()=>{class I extends Iterator{}; I.prototype[Symbol.toStringTag]='mine'; I.prototype.constructor=5; return [new I()[Symbol.toStringTag],new I().constructor]})());
show(() => (()=>{var c=0,i=Iterator.from({next(){return {value:1,done:false}},return(){c++; return {}}}); i[Symbol.dispose](); return c})());
show(() => new Iterator);
const own = Object.create(Iterator.prototype);
own.constructor = 7;
console.log(Object.hasOwn(own, "constructor"), own.constructor);
