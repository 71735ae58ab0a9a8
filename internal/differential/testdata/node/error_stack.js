function foo() { return new Error("msg"); }
const lines = foo().stack.split("\n");
console.log(lines[0], /at foo \(.*:1:27\)/.test(lines[1]));
Error.stackTraceLimit = 1;
console.log(new Error("a").stack.split("\n").length);
Error.stackTraceLimit = 0;
console.log(new Error("b").stack);
Error.stackTraceLimit = 10;
function hide() { const o = {}; Error.captureStackTrace(o, hide); return o.stack; }
console.log(hide().includes("hide"));
const e = new RangeError("r"); e.name = "Renamed"; console.log(e.stack.split("\n")[0], String(e));
class My extends TypeError {} ; console.log(new My("m").stack.split("\n")[0]);
