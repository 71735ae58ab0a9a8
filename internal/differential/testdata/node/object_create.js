function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => Object.create(null));
show(() => Object.create({x:1},{y:{value:2,enumerable:true},z:{get(){return 1}}}));
show(() => Object.create(1));
show(() => Object.getPrototypeOf(Object.create(Array.prototype))===Array.prototype);
show(() => Object.create({}, {a:{get:1}}));
show(() => Object.create({}, {a:{get(){},value:1}}));
