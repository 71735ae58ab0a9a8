function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const make = () => new BigInt64Array([5n,1n,4n,2n,3n]);
show(() => make().toSorted());
show(() => make().toReversed());
show(() => make().with(1,9n));
show(() => make().with(9,9n));
show(() => make().toSorted((a,b)=>a<b?1:-1));
show(() => make().toLocaleString());
show(() => make().join('-'));
show(() => make().toString());
show(() => [...make().entries()]);
show(() => [...make().keys()]);
show(() => [...make().values()]);
show(() => [...make()]);
show(() => make()[Symbol.toStringTag]);
