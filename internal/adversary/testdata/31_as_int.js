// expect: ok -1
BigInt.asIntN(2 ** 53 - 1, -1n)
