function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [Math.max(),Math.min(),Math.max(1,NaN),Math.max(-0,0),Math.min(0,-0),Math.hypot(),Math.hypot(3,4),Math.hypot(NaN,Infinity)]);
show(() => [Math.atan2(1,1),Math.atan2(-0,-0),Math.atan2(0,-0),Math.pow(2,0.5),Math.pow(NaN,0),Math.imul(0xffffffff,5),Math.imul(2,4)]);
show(() => [Math.E,Math.PI,Math.LN2,Math.LN10,Math.LOG2E,Math.LOG10E,Math.SQRT2,Math.SQRT1_2]);
show(() => Math[Symbol.toStringTag]);
show(() => (()=>{var x=Math.random(); return x>=0&&x<1})());
show(() => Math.max({valueOf(){return 3}},'4'));
