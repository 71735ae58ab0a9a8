function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => JSON.stringify({a:[1,'x',null,undefined,()=>1,NaN,new Date(0)],u:undefined,s:Symbol()}));
show(() => JSON.stringify({a:{b:[1,{}]},c:[]},null,2));
show(() => JSON.stringify([1,[2]],null,'--'));
show(() => JSON.stringify({a:1,b:2,c:{a:3}},['a','c']));
show(() => JSON.stringify({a:1,b:'x'},(k,v)=>typeof v==='number'?v+1:v));
show(() => JSON.stringify('\u2028\ud800"\\\b\x07é'));
show(() => [JSON.stringify(undefined),JSON.stringify(()=>1),JSON.stringify(null),JSON.stringify(-0),JSON.stringify(Object(1)),JSON.stringify(Object('a'))]);
show(() => JSON.stringify({toJSON(k){return 'J'+k}}));
show(() => JSON.stringify({x:{toJSON(k){return 'J'+k}}}));
show(() => JSON.stringify(new Map([[1,2]])));
show(() => JSON.stringify({a:1},null,20));
show(() => JSON.stringify(Object.create({inherited:1},{own:{value:1,enumerable:true}})));
show(() => JSON[Symbol.toStringTag]);
