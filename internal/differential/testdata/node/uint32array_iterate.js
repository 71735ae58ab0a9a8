function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const make = () => new Uint32Array([5,1,4,2,3]);
show(() => make().map(x=>x*2));
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
show(() => make().includes(4));
show(() => make().indexOf(4));
show(() => make().lastIndexOf(4));
show(() => make().at(-1));
show(() => make().map(1));
show(() => new Uint32Array(0).reduce((a,b)=>a));
show(() => Uint32Array.from([1,2],x=>x));
show(() => Uint32Array.of(1,2));
show(() => make().map(()=>1n));
