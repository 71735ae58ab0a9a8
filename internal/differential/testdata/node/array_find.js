function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [1,2,3].find(x=>x>1));
show(() => [1,2,3].findIndex(x=>x>1));
show(() => [1,2,3].findLast(x=>x<3));
show(() => [1,2,3].findLastIndex(x=>x>5));
show(() => [,1].find(x=>x===undefined));
show(() => [,1].findIndex(x=>x===undefined));
show(() => [1].find(1));
