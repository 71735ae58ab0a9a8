/*---
description: groups, flags and replacement
---*/
var m = /(?<year>\d{4})-(?<month>\d\d)/.exec("on 2026-11-22");
assert.list([m.index, m.groups.year, m.groups.month], [3, "2026", "11"]);
assert.sameValue("aBc".replace(/b/i, "[$&]"), "a[B]c");
assert.sameValue("a1b22".replace(/\d+/g, (d) => d.length), "a1b2");
assert.list("a, b;c".split(/[,;] */), ["a", "b", "c"]);
assert.sameValue(/^(?:a|ab)(?=c)/.test("abc"), true);
assert.sameValue(/(?<!x)y/.test("xy"), false);
assert.sameValue(/^.$/u.test("\u{1F600}"), true);
var sticky = /a/y;
sticky.lastIndex = 1;
assert.sameValue(sticky.test("ba"), true);
assert.list([..."x1y2".matchAll(/\d/g)].map((r) => r[0]), ["1", "2"]);
