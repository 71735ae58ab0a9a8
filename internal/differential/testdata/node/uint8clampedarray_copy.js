function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const make = () => new Uint8ClampedArray([5,1,4,2,3]);
show(() => make().toSorted());
show(() => make().toReversed());
show(() => make().with(1,9));
show(() => make().with(9,9));
show(() => make().toSorted((a,b)=>a<b?1:-1));
show(() => make().toLocaleString());
show(() => make().join('-'));
show(() => make().toString());
show(() => [...make().entries()]);
show(() => [...make().keys()]);
show(() => [...make().values()]);
show(() => [...make()]);
show(() => make()[Symbol.toStringTag]);
