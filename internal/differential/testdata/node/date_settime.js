function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setTime(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setTime(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setTime(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setTime(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setTime(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setTime(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setTime(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setTime(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setTime(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setTime(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setTime('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setTime(1e20),x.getTime()]})());
show(() => new Date(NaN).setTime(1));
show(() => Date.prototype.setTime.call({}));
show(() => Date.prototype.setTime.length);
