// packages: @babel/core @babel/preset-env
// esbuild: --platform=node --external:@babel/preset-typescript --alias:tty=./shims/tty.js
import * as babel from "@babel/core";
import env from "@babel/preset-env";
const source = `
class A extends B { #x = 1; static y = 2; get x() { return this.#x ?? this?.z; } async *gen() { for await (const v of this) yield* v; } static { this.q = super.q; } }
const { a, b: [c = 1, ...d], ...rest } = await1(), f = async ({ x } = {}) => { (await x) ** 2; };
label: for (const [k, v] of Object.entries(o)) { if (k) continue label; setTimeout(() => console.log(k, v)); }
let t = tag\`a\${1}b\`, r = /(?<year>\\d{4})/su, big = 1_000n; x ||= y; function nt() { return new.target }
`;
for (const targets of ["ie 11", "chrome 60", "node 20"]) {
  const out = babel.transformSync(source, { presets: [[env, { targets, modules: false }]], configFile: false, babelrc: false, sourceType: "script", browserslistConfigFile: false, parserOpts: { allowNewTargetOutsideFunction: true } });
  console.log(out.code);
}
try { babel.transformSync("let a; let a;", { configFile: false, babelrc: false }); } catch (e) { console.log(e.name, e.code, e.message); }
