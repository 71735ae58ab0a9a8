function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [Array(3),Array(1,2),new Array('3'),Array.of(7),Array.of()]);
show(() => Array.from('a😀b'));
show(() => Array.from({length:3},(v,i)=>i*2));
show(() => Array.from(new Map([[1,2]])));
show(() => Array.from([1,2],function(x){return x*this.k},{k:3}));
show(() => Array.from(null));
show(() => Array.from([1],1));
show(() => Array.isArray([]));
show(() => Array.isArray({__proto__:Array.prototype}));
show(() => (()=>{class A extends Array{}; return [A.from([1,2]),A.of(3),new A(2),new A(1,2).map(x=>x),new A(1,2).length]})());
show(() => Array[Symbol.species]===Array);
show(() => [1,,3]);
show(() => [,]);
show(() => [undefined,,null]);
show(() => [1,2,3].length=1);
show(() => (()=>{var a=[1,2,3]; a.length=1; a[5]=1; return [a,a.length]})());
show(() => (()=>{var a=[]; a.length=-1})());
show(() => (()=>{var a=[1]; a.x=1; a[-1]=2; a['01']=3; return a})());
show(() => Array.from({length:-5}));
