const t = (x) => (console.log("t", x), x);
console.log(t(0) || t(1), t(0) && t(1), t(null) ?? t(2), t(0) ?? t(3));
let a = null; a ??= 4; a ||= 5; a &&= 6; console.log(a);
const o = { get x() { console.log("get"); return 1; }, set x(v) { console.log("set", v); } };
o.x ||= 2; o.x &&= 3; o.x ??= 4;
console.log(o?.y?.z.w, o?.["x"], o.f?.(t("no")), null?.[t("no")], delete o?.q);
