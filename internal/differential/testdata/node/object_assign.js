function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => Object.assign({a:1},null,{b:2},undefined,'xy',[9]));
show(() => Object.assign(null));
show(() => Object.assign({},{get a(){return 7},[Symbol.for('s')]:1}));
show(() => Object.assign(Object.freeze({a:1}),{a:2}));
