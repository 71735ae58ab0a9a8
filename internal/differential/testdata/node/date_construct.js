function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => new Date(0));
show(() => [new Date(2020,1,30,25,61,61,1001).toISOString(),new Date(99,0).getFullYear(),new Date('2020').getTime(),new Date('2020-01-01T00:00').getTime(),new Date(2020,0).getTime(),new Date(8.64e15).toISOString(),new Date(8.64e15+1).getTime()]);
show(() => new Date(NaN));
show(() => [new Date(NaN)]);
show(() => typeof Date());
show(() => Date.UTC(2020,1,29));
show(() => Date.UTC());
show(() => Date.UTC(2020));
show(() => Date.UTC(99,0));
show(() => new Date(new Date(5)).getTime());
show(() => new Date('x').getTime());
show(() => new Date(undefined).getTime());
show(() => new Date(null).getTime());
show(() => new Date(Symbol()));
show(() => typeof Date.now());
show(() => Date.length);
show(() => new Date(-1));
show(() => new Date(-62198755200000).toISOString());
