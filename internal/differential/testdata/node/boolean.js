function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [Boolean(''),Boolean('a'),Boolean(0),Boolean(-0),Boolean(NaN),Boolean(0n),Boolean([]),Boolean(null)]);
show(() => new Boolean(false).toString());
show(() => new Boolean(true).valueOf());
show(() => Boolean.prototype.toString.call(1));
show(() => new Boolean(true));
show(() => true+true);
