function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => Object.groupBy([1,2,3],x=>x%2?'odd':'even').odd);
show(() => Map.groupBy([1,2,3],x=>x%2).get(1));
show(() => new Map().getOrInsert(1,2));
show(() => new Map().getOrInsertComputed(1,k=>k+1));
show(() => new WeakMap().getOrInsert({},2));
show(() => new WeakMap().getOrInsertComputed({},k=>3));
