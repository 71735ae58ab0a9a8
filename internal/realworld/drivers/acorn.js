import { parse, tokenizer } from "acorn";
const text = "class A extends B { #x = 1; async *m([a, ...b] = [], { c = 2 }) { for await (const q of this.#x?.y ?? `t${a}`) yield q ** 2n; } }";
const tree = parse(text, { ecmaVersion: "latest", locations: true });
console.log(JSON.stringify(tree, (k, v) => (typeof v === "bigint" ? `${v}n` : v)));
console.log([...tokenizer(text, { ecmaVersion: "latest" })].map((t) => t.type.label).join(" "));
