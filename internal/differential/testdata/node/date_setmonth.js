function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setMonth(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMonth(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMonth(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMonth(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMonth(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMonth(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMonth(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMonth(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMonth(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMonth(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMonth('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setMonth(1e20),x.getTime()]})());
show(() => new Date(NaN).setMonth(1));
show(() => Date.prototype.setMonth.call({}));
show(() => Date.prototype.setMonth.length);
