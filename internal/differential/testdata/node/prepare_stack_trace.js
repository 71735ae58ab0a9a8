Error.prepareStackTrace = (e, sites) => { const s = sites[0]; return ["getThis", "getTypeName", "getFunctionName", "getMethodName", "getLineNumber", "getColumnNumber", "getEvalOrigin", "isToplevel", "isEval", "isNative", "isConstructor", "isAsync", "isPromiseAll", "getPromiseIndex"].map((k) => k + " " + String(s[k]())).join("\n"); };
function foo() { return new Error("x").stack; }
console.log(foo());
const o = { meth() { return new Error("y").stack; } };
console.log(o.meth());
class K { constructor() { this.s = new Error("z").stack; } }
console.log(new K().s);
