// packages: typescript@5
// esbuild: --platform=node
import ts from "typescript";
const source = `
interface Shape { area(): number }
enum Colour { Red, Green = 5, Blue }
abstract class Base<T extends object> implements Shape {
  constructor(protected readonly value: T, private name?: string) {}
  abstract area(): number;
  get label(): string { return this.name ?? "none"; }
}
export class Square extends Base<{ side: number }> {
  #hidden = 1;
  area() { return this.value.side ** 2 + this.#hidden; }
  async *[Symbol.asyncIterator]() { yield* [1, 2].map((x) => x as number satisfies number); }
}
namespace Inner { export const x: Colour = Colour.Blue; }
export const f = <T,>(x: T, ...rest: Array<T | undefined>) => ({ x, ...rest, y: x!?.toString() });
`;
for (const target of [ts.ScriptTarget.ES5, ts.ScriptTarget.ES2017, ts.ScriptTarget.ESNext]) {
  const out = ts.transpileModule(source, { compilerOptions: { target, module: ts.ModuleKind.CommonJS, downlevelIteration: true }, reportDiagnostics: true });
  console.log(out.outputText, out.diagnostics.length);
}
// A program that is checked, without the library's declarations.
const files = { "a.ts": "export const n: number = 'text'; let s: string = n; function g(x: { a: number }): x is never { return x.b }\nconst t: [number, string] = [1, 2]; type K = keyof typeof t; let k: K = 'length'; k.foo;" };
const host = {
  fileExists: (f) => f in files, readFile: (f) => files[f], getSourceFile: (f, v) => f in files ? ts.createSourceFile(f, files[f], v) : undefined,
  getDefaultLibFileName: () => "lib.d.ts", writeFile: () => {}, getCurrentDirectory: () => "", getCanonicalFileName: (f) => f, useCaseSensitiveFileNames: () => true, getNewLine: () => "\n", getDirectories: () => [],
};
const program = ts.createProgram(["a.ts"], { noLib: true, strict: true }, host);
for (const d of ts.getPreEmitDiagnostics(program)) console.log(d.code, d.start, ts.flattenDiagnosticMessageText(d.messageText, "\n"));
