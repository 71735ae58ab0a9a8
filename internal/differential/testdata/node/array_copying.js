function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [3,1,2].toSorted());
show(() => [1,2,3].toReversed());
show(() => [1,2,3].toSpliced(1,1,'x','y'));
show(() => [1,2,3].with(1,9));
show(() => [1,2,3].with(5,9));
show(() => [1,,3].toSorted());
show(() => [1,,3].toReversed());
show(() => [1,,3].with(0,5));
show(() => [1].toSorted(1));
show(() => [1,2,3].at(-1));
show(() => [1,2,3].at(5));
show(() => Array.prototype.toReversed.call({length:2,0:'a',1:'b'}));
