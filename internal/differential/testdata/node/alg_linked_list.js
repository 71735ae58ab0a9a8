class List { constructor() { this.head = null; } add(v) { this.head = { v, next: this.head }; return this; } *[Symbol.iterator]() { for (let n = this.head; n; n = n.next) yield n.v; } reverse() { let p = null; for (let n = this.head; n;) [n.next, p, n] = [p, n, n.next]; this.head = p; return this; } }
const l = new List().add(1).add(2).add(3); console.log([...l], [...l.reverse()], l);
