// expect: stops
for (var o of [Array, Object, Function, Promise, Error, String, RegExp, Map, Symbol]) for (var k of Reflect.ownKeys(o.prototype ?? {})) try { if (k !== 'constructor') delete o.prototype[k]; } catch {}
'x' + [1, 2]
