const e=process.env; e.A=1;e.B=undefined;e.C=null;e.D={};console.log(e.A,typeof e.A,e.B,e.C,e.D,"A" in e,"ZZ" in e, delete e.A, delete e.ZZ, e.A);
for (const f of [()=>{e.X=Symbol()},()=>{e[Symbol("q")]="1"},()=>Object.defineProperty(e,"X",{value:1}),()=>Object.defineProperty(e,"X",{value:1,writable:true,enumerable:true,configurable:true})===e,()=>Object.defineProperty(e,"X",{get(){}}),()=>e[Symbol.iterator],()=>Object.freeze(e),()=>Object.prototype.toString.call(e),()=>e.toString(),()=>{"use strict";delete e.qqq}, ()=>Symbol.iterator in e, ()=>delete e[Symbol.iterator]]) try{console.log(f())}catch(x){console.log(x.name,x.code,x.message)}
console.log(e.X,Object.getOwnPropertyDescriptor(e,"B"), process.listenerCount("warning"), process.emitWarning.length)
for (const a of [[],[5],["x",5],["x","T",5],["x",{type:5}],["x",null],["x","T",undefined],["x",{type:"Q",code:"C1",detail:"more"}],[new Error("e"),"Z"],["x","DeprecationWarning","DEP0"],["x",()=>{}],["y","T",()=>{}]]) try{process.emitWarning(...a)}catch(x){console.log(x.name,x.code,x.message)}
process.on("warning",w=>console.log("L",w.name,w.code,w.message,w.detail))
const tr=(f)=>{try{console.log(f())}catch(x){console.log(x.name,x.code,x.message,x.errno,x.syscall)}};
tr(()=>process.kill(process.pid,0)); tr(()=>process.kill(99999999,0));tr(()=>process.kill('x'));tr(()=>process.kill(1,'SIGFOO'));
tr(()=>process.umask(0o77).toString(8)); tr(()=>process.umask().toString(8)); tr(()=>process.umask('022'));tr(()=>process.umask('9'));tr(()=>process.umask({}));
tr(()=>process.getuid()+process.geteuid()+process.getgid()+process.getegid()); tr(()=>process.getgroups().length>0);
tr(()=>process.getBuiltinModule('fs')===require('fs'));tr(()=>process.getBuiltinModule('node:zz'));tr(()=>process.getBuiltinModule(1));
tr(()=>Object.keys(process.resourceUsage()).join()); tr(()=>process.availableMemory()>1e6); tr(()=>typeof process.constrainedMemory());
setTimeout(()=>{},1); setImmediate(()=>{}); tr(()=>process.getActiveResourcesInfo().filter(x=>/Timeout|Immediate/.test(x)));
tr(()=>process.setSourceMapsEnabled(1));tr(()=>process.hasUncaughtExceptionCaptureCallback());tr(()=>process.setUncaughtExceptionCaptureCallback(1));
tr(()=>process.setUncaughtExceptionCaptureCallback(()=>{}));tr(()=>process.hasUncaughtExceptionCaptureCallback());tr(()=>process.setUncaughtExceptionCaptureCallback(()=>{}));tr(()=>process.setUncaughtExceptionCaptureCallback(null));
tr(()=>process.cpuUsage({user:-1,system:0}));tr(()=>Object.keys(process.cpuUsage(process.cpuUsage())));tr(()=>typeof process.memoryUsage.rss());tr(()=>process.allowedNodeEnvironmentFlags instanceof Set);
tr(()=>process.chdir(5)); tr(()=>process.nextTick(1)); tr(()=>process.hrtime(1)); tr(()=>process.hrtime([1])); tr(()=>process.loadEnvFile('/nope'));
process.once('beforeExit',(c)=>{console.log('beforeExit',c); setTimeout(()=>console.log('again'),1)});
for (const v of [0, 1, '2', 'x', '', null, undefined, 1.5, {}, true, 300, -1, '0x10', NaN, [], 1n]) tr(() => { process.exitCode = v; return process.exitCode; });
tr(() => process.exit('zz'));
tr(() => { process.exitCode = undefined; });
