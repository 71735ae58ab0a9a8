'use strict';
// node:readline/promises
const readline = require('readline');

class Interface extends readline.Interface {
  question(query, options) {
    return Reflect.apply(readline.Interface.prototype.question[Symbol.for('nodejs.util.promisify.custom')], { question: super.question.bind(this) }, [query, options]);
  }
}

class Readline {
  #stream;
  #todo = '';
  constructor(stream) { this.#stream = stream; }
  #add(f, ...args) {
    f({ write: (text) => { this.#todo += text; } }, ...args);
    return this;
  }
  clearLine(dir) { return this.#add(readline.clearLine, dir); }
  clearScreenDown() { return this.#add(readline.clearScreenDown); }
  cursorTo(x, y) { return this.#add(readline.cursorTo, x, y); }
  moveCursor(dx, dy) { return this.#add(readline.moveCursor, dx, dy); }
  commit() {
    return new Promise((resolve) => {
      this.#stream.write(this.#todo, resolve);
      this.#todo = '';
    });
  }
  rollback() {
    this.#todo = '';
    return this;
  }
}

module.exports = { Interface, Readline, createInterface: (...args) => new Interface(...args) };
