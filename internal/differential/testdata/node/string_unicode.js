function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => '\u0041\u030a'.normalize());
show(() => 'Å'.normalize('NFD').length);
show(() => 'ﬁ'.normalize('NFKC'));
show(() => 'ﬁ'.normalize('NFKD').length);
show(() => '\ud800a'.isWellFormed());
show(() => '\ud800a'.toWellFormed());
show(() => '😀'.isWellFormed());
