import { minify } from "terser";
minify("function add(first, second) { if (false) { dead(); } return first + second; } class A { #x = 1; get x() { return this.#x ?? 2; } } console.log(add(1, 2 * 3), new A().x);", { toplevel: true, mangle: true }).then((r) => console.log(r.code));
