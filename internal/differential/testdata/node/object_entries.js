function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => Object.entries({a:1,b:[2],2:'x',1:'y'}));
show(() => Object.keys('abc'));
show(() => Object.values('abc'));
show(() => Object.keys([,1,,2]));
show(() => Object.entries(null));
show(() => Object.fromEntries([['a',1],['b',2]]));
show(() => Object.fromEntries(new Map([[1,2],[Symbol.iterator,3]])));
show(() => Object.fromEntries([1]));
show(() => Object.fromEntries(5));
