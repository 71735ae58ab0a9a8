function show(f) {
  try {
    console.log(f());
  } catch (e) {
    console.log(`${e}`);
  }
}
show(() => 'aßİıǅΣ'.toUpperCase());
show(() => 'AİΣ ΑΣ'.toLowerCase());
show(() => 'ŉﬁ'.toUpperCase());
show(() => 'I'.toLocaleLowerCase());
show(() => 'i'.toLocaleUpperCase());
show(() => 'i'.toLocaleUpperCase('tr'));
