function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => Symbol('x').toString());
show(() => Symbol('d').description);
show(() => Symbol().description);
show(() => Symbol.for('k')===Symbol.for('k'));
show(() => Symbol.keyFor(Symbol.for('kk')));
show(() => Symbol.keyFor(Symbol.iterator));
show(() => Symbol.keyFor('a'));
show(() => new Symbol());
show(() => Symbol()+'');
show(() => +Symbol());
show(() => Object(Symbol('o')).valueOf());
show(() => Object(Symbol('o'))[Symbol.toPrimitive]('x'));
show(() => Symbol.prototype.toString.call(1));
show(() => Symbol.prototype.valueOf.call({}));
show(() => `${Symbol('t')}`);
show(() => [Symbol('in array'),{[Symbol('k')]:1}]);
show(() => ['hasInstance','isConcatSpreadable','iterator','asyncIterator','match','matchAll','replace','search','species','split','toPrimitive','toStringTag','unscopables'].map(k=>String(Symbol[k])));
show(() => Object.keys(Array.prototype[Symbol.unscopables]));
