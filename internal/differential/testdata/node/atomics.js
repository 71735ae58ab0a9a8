function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
var t=new Int32Array(new SharedArrayBuffer(16));
show(() => [Atomics.add(t,0,5),Atomics.sub(t,0,2),Atomics.and(t,0,1),Atomics.or(t,0,6),Atomics.xor(t,0,3),Atomics.exchange(t,0,42),Atomics.compareExchange(t,0,42,7),Atomics.load(t,0),Atomics.store(t,0,3.7)]);
show(() => [Atomics.isLockFree(4),Atomics.isLockFree(3),Atomics.notify(t,0,1),Atomics.notify(new Int32Array(1),0)]);
show(() => Atomics.wait(t,0,99));
show(() => Atomics.wait(new Int32Array(1),0,0));
show(() => Atomics.waitAsync(t,0,99));
show(() => Atomics.load(new Float32Array(1),0));
show(() => Atomics.store(new BigInt64Array(1),0,-1n));
show(() => Atomics[Symbol.toStringTag]);
