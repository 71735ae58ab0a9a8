// packages: highlight.js
import hljs from "highlight.js";
const sources = { javascript: "class A extends B { #x = 1; get x() { return `a${this.#x}b`; } } // c\nconst r = /a[b]/g, n = 0x1f;\n", python: "def f(a, *b):\n  '''doc'''\n  return [x**2 for x in b if x] # c\n", css: "a:hover > b { color: #fff; margin: 0 auto !important }\n", xml: "<p class='a'>x &amp; <b>y</b><!-- c --></p>\n", go: "func main() { x := map[string]int{\"a\": 1}; go f(x) }\n", sql: "SELECT a, count(*) FROM t WHERE b = 'c' GROUP BY a;\n" };
for (const [language, text] of Object.entries(sources)) {
  let out;
  for (let i = 0; i < 20; i++) out = hljs.highlight(text.repeat(5), { language }).value;
  console.log(language, out.length, out.slice(0, 200));
}
console.log(hljs.highlightAuto(sources.javascript).language);
