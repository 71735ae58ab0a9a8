function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [1,NaN,2].includes(NaN));
show(() => [1,NaN].indexOf(NaN));
show(() => [1,2,1].lastIndexOf(1));
show(() => [1,2,1].lastIndexOf(1,-2));
show(() => [1,2,1].indexOf(1,1));
show(() => [,].includes(undefined));
show(() => [,].indexOf(undefined));
show(() => [1,2].includes(2,-1));
show(() => [0].includes(-0));
show(() => [0].indexOf(-0));
