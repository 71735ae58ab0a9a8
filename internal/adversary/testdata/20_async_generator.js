// expect: ok #<Promise>
async function* g() { yield* g(); } g().next().catch(() => 0)
