function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => 'a'.anchor('"'));
show(() => 'a'.big()+'a'.blink()+'a'.bold()+'a'.fixed());
show(() => 'a'.fontcolor('red')+'a'.fontsize(7)+'a'.italics());
show(() => 'a'.link('u')+'a'.small()+'a'.strike()+'a'.sub()+'a'.sup());
show(() => String.prototype.big.call(null));
