const t=(s)=>{try{console.log(s,require(s))}catch(e){console.log(s,e.code,e.message.split('\n')[0].replaceAll(__dirname,''))}};
['p1/sub','p1/f/a','p1/f/nob','p1/cond','p1/arr','p1/package.json','p1/bad','p1/miss','p1/hidden.js','p1/','@s/q','@s/q/u/w','@s/q/u/w.js','@s/none','nope','esmp','#x','./files/det.js','path/','./cjs/obj'].forEach(t);
