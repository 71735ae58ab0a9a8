function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [[0,-0],[NaN,NaN],['a','a'],[1n,1n],[Symbol.iterator,Symbol.iterator],[{},{}]].map(p=>Object.is(...p)));
