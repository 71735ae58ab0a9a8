const Module=require('module');const path=require('path');
require.extensions['.foo']=(m,f)=>{m.exports=require('fs').readFileSync(f,'utf8').toUpperCase()};
console.log(require('./files/x.foo'),require('./files/x'));
const js=Module._extensions['.js'];
Module._extensions['.js']=function(m,f){const c=m._compile;m._compile=function(code,file){return c.call(this,code.replace('42','43'),file)};return js(m,f)};
console.log(require('./files/b')());Module._extensions['.js']=js;
const load=Module._load;Module._load=function(r,p,main){if(r==='virtual')return {v:p.filename.split('/').pop(),main};return load.apply(this,arguments)};
console.log(require('virtual'),typeof require('fs').readFileSync);Module._load=load;
const rf=Module._resolveFilename;Module._resolveFilename=function(r,...a){if(r==='alias')r='./files/a.js';return rf.call(this,r,...a)};
console.log(require('alias'),require('alias')===require('./files/a.js'),require.resolve('alias').endsWith('a.js'));Module._resolveFilename=rf;
const json=Module._extensions['.json'];Module._extensions['.json']=(m,f)=>{json(m,f);m.exports.extra=1};console.log(require('./files/d.json'));Module._extensions['.json']=json;
const pr=Module.prototype.require;Module.prototype.require=function(id){return id==='zz'?'proto':pr.call(this,id)};console.log(require('zz'));Module.prototype.require=pr;
const m=new Module('virt',module);m.filename='/v/virt.js';m.paths=Module._nodeModulePaths('/v');m._compile('module.exports=[__filename,__dirname,typeof require,require("path").sep]','/v/virt.js');console.log(m.exports,m.id,m.loaded,m.parent===module);
console.log(module.constructor===Module,module instanceof Module,Module.Module===Module,Object.keys(Module._extensions),Module._nodeModulePaths('/a/node_modules/b'),Module.wrap('x'),Module.builtinModules.includes('fs'),Module.isBuiltin('node:fs'),Module.isBuiltin('test'),Module.isBuiltin('node:test'));
require.cache[require.resolve('./files/dir2')]={exports:'fake',loaded:true};console.log(require('./files/dir2'));delete require.cache[require.resolve('./files/dir2')];console.log(require('./files/dir2'));
console.log(require.cache===Module._cache,require.main===module,module.id,module.parent,module.children.length,module.loaded,process.mainModule===module,module.path===__dirname);
console.log(Module.createRequire(__filename)('./files/b')(),Module.createRequire(__dirname+'/files/')('./b')());
for(const f of [()=>Module.createRequire('rel'),()=>require(''),()=>require(5),()=>require('node:nope'),()=>require('./files/zzz'),()=>require.resolve('zzz'),()=>require.resolve('./files/b',{paths:5}),()=>require.resolve('./b',{paths:[__dirname+'/files']}).endsWith('files/b.js'),()=>require.resolve.paths('fs'),()=>require.resolve.paths('./x').map(p=>p===__dirname),()=>require.resolve.paths('x').length>2,()=>require('node:test')!==undefined,()=>require('test')])try{console.log(f())}catch(e){console.log(e.name,e.code,e.message.split('\n')[0].replaceAll(__dirname,''))}

