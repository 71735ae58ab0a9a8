// packages: react react-dom
// shim: MessageChannel
import * as React from "react";
import { renderToString, renderToStaticMarkup } from "react-dom/server";
const h = React.createElement, Theme = React.createContext("light");
function Item({ value, children }) {
  const theme = React.useContext(Theme), id = React.useId(), [n] = React.useState(() => value * 2), m = React.useMemo(() => n + 1, [n]);
  return h("li", { className: theme, "data-id": id, style: { color: "red", fontSize: 12 }, onClick() {} }, children, " & ", n, m);
}
class Old extends React.Component { state = { x: 1 }; static getDerivedStateFromProps(p) { return { x: p.x + 1 }; } render() { return h(React.Fragment, null, this.state.x, h("input", { defaultValue: "v", disabled: true, readOnly: false })); } }
const Lazy = React.memo(React.forwardRef((p, ref) => h("b", { ref }, p.t)));
const app = h(Theme.Provider, { value: "dark" }, h("ul", null, [1, 2, 3].map((v) => h(Item, { key: v, value: v }, "item <", v, ">")), h(Old, { x: 4 }), h(Lazy, { t: "t" }), null, false, h("textarea", { defaultValue: "a\nb" }), h("div", { dangerouslySetInnerHTML: { __html: "<i>raw</i>" } }), h(React.Suspense, { fallback: "wait" }, "inside")));
console.log(renderToString(app));
console.log(renderToStaticMarkup(app));
try { renderToString(h(() => { throw new TypeError("render"); })); } catch (e) { console.log(e.name, e.message); }
setTimeout(() => process.exit(0), 20); // its MessageChannel keeps Node alive
