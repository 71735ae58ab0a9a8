function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setUTCMonth(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMonth(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMonth(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMonth(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMonth(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMonth(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMonth(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMonth(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMonth(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMonth(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMonth('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCMonth(1e20),x.getTime()]})());
show(() => new Date(NaN).setUTCMonth(1));
show(() => Date.prototype.setUTCMonth.call({}));
show(() => Date.prototype.setUTCMonth.length);
