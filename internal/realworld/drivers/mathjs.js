import { create, all } from "mathjs";
const math = create(all);
console.log(math.evaluate("sqrt(-4) + 2^3").toString(), math.derivative("x^2 * sin(x)", "x").toString(), math.evaluate("det([1,2;3,4])"), math.bignumber("0.1").add("0.2").toString(), math.evaluate("5 cm to inch").toString(), math.simplify("2x + 3x").toString());
