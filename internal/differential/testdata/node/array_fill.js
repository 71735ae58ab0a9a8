function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [1,2,3].fill(0));
show(() => Array(3).fill(7,1));
show(() => [1,2,3].fill(9,-1));
show(() => [1,2,3].fill(9,1,2));
show(() => Array.prototype.fill.call({length:2},'x'));
