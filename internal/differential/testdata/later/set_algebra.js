function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const a = new Set([1, 2, 3]), b = new Set([2, 3, 4]);
show(() => [...a.union(b)]);
show(() => [...a.intersection(b)]);
show(() => [...a.difference(b)]);
show(() => [...a.symmetricDifference(b)]);
show(() => a.isSubsetOf(b));
show(() => a.isSupersetOf(new Set([1])));
show(() => a.isDisjointFrom(new Set([9])));
show(() => [...a.union(new Map([[7,8]]))]);
