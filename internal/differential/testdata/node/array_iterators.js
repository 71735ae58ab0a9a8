function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [...['a','b'].entries()]);
show(() => [...['a','b'].keys()]);
show(() => [...['a','b'].values()]);
show(() => [1][Symbol.iterator]().next());
show(() => Array.prototype.values===Array.prototype[Symbol.iterator]);
show(() => [].keys().toString());
show(() => [1,2].entries());
show(() => (()=>{var a=[1],i=a.values(); i.next(); i.next(); a.push(2); return i.next()})());
show(() => [].values().next.call({}));
show(() => [...[1,2].values()[Symbol.iterator]()]);
