function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => Reflect.apply(Math.max,null,[1,3,2]));
show(() => Reflect.construct(Date,[0]).getTime());
show(() => Reflect.construct(function(){return new.target},[],Array)===Array);
show(() => Reflect.construct(function(){this.x=new.target===Array},[],Array));
show(() => Reflect.defineProperty({},'a',{value:1}));
show(() => Reflect.defineProperty(Object.freeze({}),'a',{value:1}));
show(() => Reflect.deleteProperty({a:1},'a'));
show(() => Reflect.deleteProperty(Object.freeze({a:1}),'a'));
show(() => Reflect.get({get a(){return this.z}},'a',{z:5}));
show(() => Reflect.getOwnPropertyDescriptor({a:1},'a'));
show(() => Reflect.getPrototypeOf([])===Array.prototype);
show(() => Reflect.has({a:1},'a'));
show(() => Reflect.isExtensible({}));
show(() => Reflect.ownKeys([1,2]));
show(() => Reflect.preventExtensions({}));
show(() => (()=>{var o={set a(v){this.w=v}},r={}; return [Reflect.set(o,'a',4,r),r]})());
show(() => Reflect.set(Object.freeze({a:1}),'a',2));
show(() => Reflect.setPrototypeOf({},null));
show(() => Reflect.setPrototypeOf(1,null));
show(() => Reflect.get(1,'a'));
show(() => Reflect.apply(1));
show(() => Reflect[Symbol.toStringTag]);
