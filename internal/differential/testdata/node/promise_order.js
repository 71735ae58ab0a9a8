var log=[]; var p=x=>log.push(x);
p('start'); Promise.resolve().then(()=>p('a')).then(()=>p('b')); queueMicrotask(()=>p('micro'));
(async()=>{p('async'); await null; p('after'); await new Promise(r=>r()); p('after2')})();
(async()=>{try{await Promise.reject(1)}catch(e){p('caught '+e)} finally{p('fin')} return 5})().then(p);
new Promise((r,j)=>{r(Promise.resolve('nested')); j('no')}).then(p);
Promise.resolve({then(f){p('thenable'); f('tv')}}).then(p);
Promise.reject('r').catch(e=>p('c'+e)).finally(()=>{p('f1')}).then(()=>p('done'));
p('end'); setTimeout(()=>console.log(log.join('\n')),5);
