// faithful: holds
let found;
for (const name of Reflect.ownKeys(globalThis)) {
  const v = globalThis[name];
  if (typeof name === 'string' && /internal|binding|private|sandbox/i.test(name)) found = v;
}
found
