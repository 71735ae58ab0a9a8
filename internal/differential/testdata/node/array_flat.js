function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [1,[2,[3,[4]]]].flat());
show(() => [1,[2,[3,[4]]]].flat(Infinity));
show(() => [1,,[2,,3]].flat());
show(() => [1,2].flatMap(x=>[x,[x]]));
show(() => [1].flatMap(1));
