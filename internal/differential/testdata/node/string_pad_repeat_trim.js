function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => '5'.padStart(3,'ab'));
show(() => '5'.padEnd(6,'ab'));
show(() => '5'.padStart(3));
show(() => '5'.padStart(3,''));
show(() => 'ab'.repeat(3));
show(() => 'ab'.repeat(0));
show(() => 'ab'.repeat(Infinity));
show(() => '\u00a0\ufeff x \n\u2029'.trim().length);
show(() => ' x '.trimStart()+'|');
show(() => ' x '.trimEnd()+'|');
show(() => String.prototype.trimLeft.name);
show(() => String.prototype.trimRight===String.prototype.trimEnd);
