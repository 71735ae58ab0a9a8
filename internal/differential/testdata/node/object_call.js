function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [Object(1),Object('a'),Object(null),new Object(true),Object(1n),Object(Symbol('q'))]);
show(() => new Object({a:1}));
