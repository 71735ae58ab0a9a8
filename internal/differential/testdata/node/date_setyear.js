function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
const d = () => new Date(Date.UTC(2020, 1, 29, 23, 59, 58, 997));
show(() => (()=>{const x=d(); return [x.setYear(0),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setYear(5),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setYear(-1),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setYear(400),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setYear(1.9),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setYear(NaN),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setYear(),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setYear(1,2),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setYear(1,2,3),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setYear(1,2,3,4),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setYear('7'),x.getTime()]})());
show(() => (()=>{const x=d(); return [x.setYear(1e20),x.getTime()]})());
show(() => new Date(NaN).setYear(1));
show(() => Date.prototype.setYear.call({}));
show(() => Date.prototype.setYear.length);
