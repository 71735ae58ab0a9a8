function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const make = () => new BigUint64Array([5n,1n,4n,2n,3n]);
show(() => make().map(x=>x*2n));
show(() => make().filter(x=>x>2));
show(() => make().every(x=>x>0));
show(() => make().some(x=>x>4));
show(() => make().find(x=>x<3));
show(() => make().findIndex(x=>x<3));
show(() => make().findLast(x=>x<3));
show(() => make().findLastIndex(x=>x<3));
show(() => (()=>{const r=[]; make().forEach((v,i)=>r.push(v,i)); return r})());
show(() => make().reduce((a,b)=>a+b));
show(() => make().reduceRight((a,b)=>`${a}${b}`));
show(() => make().includes(4n));
show(() => make().indexOf(4n));
show(() => make().lastIndexOf(4n));
show(() => make().at(-1));
show(() => make().map(1));
show(() => new BigUint64Array(0).reduce((a,b)=>a));
show(() => BigUint64Array.from([1n,2n],x=>x));
show(() => BigUint64Array.of(1n,2n));
show(() => make().map(()=>1));
