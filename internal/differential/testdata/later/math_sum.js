function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => Math.sumPrecise([1e20,0.1,-1e20]));
show(() => Math.sumPrecise([]));
show(() => Math.sumPrecise([1e308,1e308,-1e308]));
