// expect: 92184000
(function () {
  const line = "2026-11-22T10:15:30 GET /path/to/item?id=42&name=burrow HTTP/1.1 200 1534";
  const re = /^(\d{4})-(\d\d)-(\d\d)T[\d:]+ (GET|POST) (\S+) HTTP\/1\.[01] (\d{3}) (\d+)$/;
  let sum = 0;
  for (let i = 0; i < 60000; i++) sum += +re.exec(line)[7];
  const words = /[a-z]+/gi;
  for (let i = 0; i < 16000; i++) {
    words.lastIndex = 0;
    while (words.exec(line) !== null) sum++;
  }
  globalThis.result = sum;
})();
