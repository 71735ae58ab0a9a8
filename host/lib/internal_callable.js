'use strict';
// Constructors that are functions, not classes, because programs call them for
// objects of their own (Constructor.call(this)). Their methods are written as
// those of a class.

module.exports = (Constructor, Parent, Methods) => {
  Object.setPrototypeOf(Constructor.prototype, Parent.prototype);
  Object.setPrototypeOf(Constructor, Parent);
  for (const name of Reflect.ownKeys(Methods.prototype)) {
    if (name === 'constructor') continue;
    Object.defineProperty(Constructor.prototype, name, { ...Object.getOwnPropertyDescriptor(Methods.prototype, name), enumerable: typeof name === 'string' && name[0] !== '_' });
  }
  return Constructor;
};
