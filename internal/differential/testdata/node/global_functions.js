function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [parseInt('0x1f'),parseInt('12px'),parseInt('z',36),parseInt('101',2),parseInt(''),parseInt('9'.repeat(30)),parseInt('-0'),parseInt(null,36),parseInt('1',37)]);
show(() => [parseFloat('3.14abc'),parseFloat('-.5e-3x'),parseFloat('Infinityx'),parseFloat(''),parseFloat('0x10'),parseFloat('1e1000')]);
show(() => [isNaN('a'),isNaN(''),isNaN(undefined),isFinite('1'),isFinite(Infinity)]);
show(() => isNaN(1n));
show(() => isFinite(Symbol()));
show(() => eval('1+1; var evar=3; evar*2'));
show(() => (0,eval)('typeof evar2'));
show(() => eval({}));
show(() => eval('1 +'));
show(() => globalThis===this);
