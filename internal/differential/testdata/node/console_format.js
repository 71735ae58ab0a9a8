console.log('%s is %d and %i, %f, %j %o %O %%', 'str', 42.5, 42.9, '1.5', {a:1}, [1], {b:{c:{}}}, 'extra', {x:1});
console.log('%s %s %s %s', null, undefined, Symbol('q'), {a:{b:{}}});
console.log('%s', () => 1, class A {}, [1,[2,[3]]]);
console.log('%d %d %i', '0x10', 1n, 'abc');
console.log('%c styled', 'color: red');
console.log('100%', 5); console.log('%', 1); console.log('%s'); console.log();
console.log('a', 1, null, [1], 'b'); console.log(-0, [-0], '%d', -0); console.log('%d', -0);
console.info('info'); console.debug('debug');
console.group('G'); console.log('in\nside'); console.group(); console.log('deep'); console.groupEnd(); console.groupEnd(); console.log('out');
