function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => [1n+2n,2n**100n,-7n/2n,-7n%3n,5n&3n,5n|3n,5n^3n,~5n,1n<<70n,-1n>>1n]);
show(() => BigInt(10)+BigInt('0xff')+BigInt('  12 ')+BigInt(true));
show(() => BigInt.asIntN(8,255n));
show(() => BigInt.asUintN(8,-1n));
show(() => BigInt.asIntN(64,2n**63n));
show(() => (123456789012345678901234567890n).toString(36));
show(() => (255n).toString(16));
show(() => (-255n).toLocaleString('en-US')===undefined);
show(() => Object(5n).valueOf());
show(() => new BigInt(1));
show(() => 1n/0n);
show(() => 2n**-1n);
show(() => 1n>>>0n);
show(() => [1n<2,2n>1,1n==1,1n==='1',1n=='1',2n>'1',0n==false,1n<1.5]);
show(() => +1n);
show(() => Math.max(1n));
show(() => [3n,1,2n,'10'].sort());
show(() => typeof 1n);
show(() => -(-0n));
show(() => 0x1fn+0b11n+0o17n);
show(() => parseInt('12n'));
show(() => BigInt('1e3'));
show(() => BigInt(null));
show(() => (1n).toString(40));
show(() => BigInt.prototype.valueOf.call(1));
