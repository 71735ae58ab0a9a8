function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setDate(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setDate(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setDate(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setDate(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setDate(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setDate(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setDate(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setDate(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setDate(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setDate(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setDate('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setDate(1e20),x.getTime()]})());
show(() => new Date(NaN).setDate(1));
show(() => Date.prototype.setDate.call({}));
show(() => Date.prototype.setDate.length);
