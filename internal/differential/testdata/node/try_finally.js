const log = [];
const a = () => { try { return log.push("t"); } finally { log.push("f"); } };
const b = () => { try { throw 1; } catch (e) { return "c" + e; } finally { return "fin"; } };
const c = () => { for (;;) { try { return 1; } finally { break; } } return "after"; };
const d = () => { try { try { throw new Error("x"); } finally { log.push("inner"); } } catch { return "outer"; } };
const e = () => { let i = 0; for (; i < 3; i++) { try { continue; } finally { log.push(i); } } return i; };
const f = () => { let x = 1; try { return x; } finally { x = 2; } };
console.log(a(), b(), c(), d(), e(), f(), log);
l: try { break l; } finally { console.log("ran"); }
