// expect: 1250000
(function () {
  class Account {
    #balance = 0;
    #log(n) { this.#balance += n; }
    deposit(n) { this.#log(n); return this; }
    get balance() { return this.#balance; }
  }
  const a = new Account();
  let sum = 0;
  for (let i = 0; i < 500000; i++) sum += a.deposit(1).balance & 3;
  globalThis.result = sum + a.balance;
})();
