function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => Object.getOwnPropertyNames('ab'));
show(() => Object.getOwnPropertyNames(function f(a,b){}));
show(() => Object.getOwnPropertySymbols({[Symbol('x')]:1,[Symbol.iterator]:2}));
show(() => Object.getOwnPropertyNames(class { static m(){} static x=1 }));
show(() => Object.getOwnPropertyNames(undefined));
show(() => Reflect.ownKeys({b:1,a:2,1:1,0:2,[Symbol('z')]:3,'-1':0,'01':1}));
show(() => Object.getOwnPropertyDescriptor('abc',1));
show(() => Object.getOwnPropertyDescriptor({get a(){return 1}},'a'));
show(() => Object.hasOwn({a:1},'a'));
show(() => Object.hasOwn(null,'a'));
