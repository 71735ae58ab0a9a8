function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
var v=new DataView(new ArrayBuffer(16),2,8);
show(() => [v.byteLength,v.byteOffset,v.buffer.byteLength]);
show(() => (v.setInt8(0,-1),v.getInt8(0)+v.getUint8(0)));
show(() => (v.setUint8(0,257),v.getUint8(0)));
show(() => (v.setInt16(0,-2),v.getInt16(0)+v.getUint16(0,true)));
show(() => (v.setUint16(0,0x1234,true),v.getUint16(0)));
show(() => (v.setInt32(0,-3,true),[v.getInt32(0),v.getUint32(0,true)]));
show(() => (v.setUint32(0,-1),v.getUint32(0)));
show(() => (v.setFloat32(0,1.1),v.getFloat32(0)));
show(() => (v.setFloat64(0,Math.PI,true),v.getFloat64(0,true)));
show(() => (v.setBigInt64(0,-5n),[v.getBigInt64(0),v.getBigUint64(0,true)]));
show(() => (v.setBigUint64(0,-1n),v.getBigUint64(0)));
show(() => v.getInt8(8));
show(() => v.getInt8(-1));
show(() => v.setBigInt64(0,1));
show(() => DataView.prototype.getInt8.call({},0));
show(() => new DataView(new ArrayBuffer(2)));
