function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => Object.getOwnPropertyDescriptors(Object.defineProperties({}, {a:{value:1},b:{get(){return 2},configurable:true}})));
show(() => Object.defineProperty(1,'a',{}));
show(() => Object.defineProperty({},'a',1));
show(() => Object.defineProperty(Object.defineProperty({},'a',{value:1}),'a',{value:2}));
show(() => Object.getOwnPropertyDescriptor(Object.defineProperty([],'length',{writable:false}),'length'));
show(() => Object.defineProperty([1,2,3],'length',{value:1}));
show(() => Object.defineProperty(Object.preventExtensions({}),'q',{value:1}));
