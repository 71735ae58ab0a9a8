function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [1,2,3,4,5].copyWithin(0,3));
show(() => [1,2,3,4,5].copyWithin(1,0,3));
show(() => [1,2,3,4,5].copyWithin(-2,-3,-1));
show(() => [1,,3].copyWithin(0,1));
