import * as prettier from "prettier/standalone";
import * as babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";
import * as postcss from "prettier/plugins/postcss";
import * as markdown from "prettier/plugins/markdown";
import * as typescript from "prettier/plugins/typescript";
import * as html from "prettier/plugins/html";
const plugins = [babel, estree, postcss, markdown, typescript, html];
const texts = {
  babel: "const {a,b:{c}}=require('x');async function f(aaaaaaaaaaaaaaaaaaaa,bbbbbbbbbbbbbbbbbbbbbbbbbb,{cccccccccccccccc=1}){return await a?.b??c?[1,2,...d]:x=>({y:1})}\nfoo(function(){return 1},`t${a+b}`)\nconst j=<div className='x' {...p}>{a.map(x=><b key={x}>{x}</b>)} text</div>",
  typescript: "type A<T>=T extends (infer U)[]?U:never;export abstract class X<in out T> implements Y{private constructor(readonly a:string,public b?:number){super()}}\nenum E{A=1,B} declare module 'x'{export default function f(this:Window):asserts this is X}",
  css: "a{color:red;background:URL(x.png)}@media (max-width:100px){.b>c,d::after{margin:0 auto!important}}",
  markdown: "Title\n===\n* a\n* b\n    1. c\n\n| a | b |\n|--|:-:|\n| long cell | x |\n\n```js\nlet a=1\n```\n",
  html: "<!doctype html><div class='a   b'><p>text <b>bold</b></p><script>let a=1</script><ul><li>1<li>2</ul></div>",
};
(async () => {
  for (const [parser, text] of Object.entries(texts)) {
    try { console.log(await prettier.format(text, { parser, plugins })); } catch (e) { console.log(String(e)); }
  }
  try { await prettier.format("let a = ;", { parser: "babel", plugins }); } catch (e) { console.log(e.name, e.message, JSON.stringify(e.loc)); }
})();
