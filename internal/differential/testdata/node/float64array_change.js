function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const make = () => new Float64Array([5,1,4,2,3]);
show(() => make().copyWithin(0,3));
show(() => make().fill(7,1,3));
show(() => make().reverse());
show(() => make().sort());
show(() => make().sort((a,b)=>a<b?1:-1));
show(() => (()=>{const t=make(); t.set([9,8],2); return t})());
show(() => (()=>{const t=make(); t.set(t.subarray(0,3),1); return t})());
show(() => make().set([1,2,3],4));
show(() => make().subarray(1,-1));
show(() => make().slice(-2));
show(() => make().subarray(1).byteOffset);
show(() => make().sort(1));
