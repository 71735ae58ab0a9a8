import postcss from "postcss";
const plugin = { postcssPlugin: "up", Declaration(d) { if (d.prop === "color") d.value = d.value.toUpperCase(); } };
postcss([plugin]).process("a { color: red; & b { margin: 0 } }\n@media (x) { c { color: blue } }", { from: undefined }).then((r) => console.log(r.css, r.root.nodes.length));
