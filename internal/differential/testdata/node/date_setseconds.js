function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setSeconds(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setSeconds(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setSeconds(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setSeconds(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setSeconds(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setSeconds(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setSeconds(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setSeconds(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setSeconds(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setSeconds(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setSeconds('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setSeconds(1e20),x.getTime()]})());
show(() => new Date(NaN).setSeconds(1));
show(() => Date.prototype.setSeconds.call({}));
show(() => Date.prototype.setSeconds.length);
