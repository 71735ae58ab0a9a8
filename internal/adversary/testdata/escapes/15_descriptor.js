// faithful: escapes
Object.getOwnPropertyDescriptor(globalThis, 'host').value
