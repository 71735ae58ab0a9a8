function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [1].concat(2,[3,[4]],{length:1,0:9}));
show(() => [].concat({length:2,0:'a',1:'b',[Symbol.isConcatSpreadable]:true}));
show(() => [1,,2].concat([,3]));
show(() => Array.prototype.concat.call(1,2));
