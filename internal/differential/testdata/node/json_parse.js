function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => JSON.parse('{"a":[1,2,{"b":null}],"c":"\\u0041\\n","__proto__":1}'));
show(() => JSON.parse(' [1 , -2.5e3, true ] '));
show(() => JSON.parse('[1,2,[3]]',function(k,v){return typeof v==='number'?v*2:v}));
show(() => JSON.parse('{"a":1,"b":2}',(k,v)=>k==='a'?undefined:v));
show(() => JSON.parse('1 2'));
show(() => JSON.parse("{'a':1}"));
show(() => JSON.parse('"\t"'));
show(() => JSON.parse('01'));
show(() => JSON.parse('['));
show(() => JSON.parse('nul'));
show(() => JSON.parse('{"a"}'));
show(() => JSON.parse('"\\x"'));
