Error.prepareStackTrace = (e, sites) => sites;
function foo() { return new Error("x").stack; }
const s = foo()[0];
console.log(["getFunction", "getFileName", "getScriptNameOrSourceURL", "getScriptHash", "getEnclosingLineNumber", "getEnclosingColumnNumber", "getPosition", "toString"].map((k) => k + " " + typeof s[k]()).join("\n"));
console.log(Object.getOwnPropertyNames(Object.getPrototypeOf(s)).sort().join());
