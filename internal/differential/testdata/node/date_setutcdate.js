function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setUTCDate(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCDate(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCDate(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCDate(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCDate(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCDate(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCDate(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCDate(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCDate(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCDate(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCDate('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setUTCDate(1e20),x.getTime()]})());
show(() => new Date(NaN).setUTCDate(1));
show(() => Date.prototype.setUTCDate.call({}));
show(() => Date.prototype.setUTCDate.length);
