import { globSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import type { CheckReport } from "./check.ts";
import { EXAMPLE_EXCEPTIONS } from "./example-exceptions.ts";
import { lineAt } from "./source-tree.ts";
import type { Node, SourceFile } from "./source-tree.ts";

/** One `@example expr // => value`. */
export interface Example {
  readonly expression: string;
  readonly expected: string;
}

interface ExportedFunction {
  readonly name: string;
  readonly line: number;
  readonly docstring: string | null;
}

/** Every exported function of core has a docstring with at least one example, and every example comes true.
 * In scope of an example: the exports of its file, of the files which that one imports, of the room's builders
 * (`test/builders/<room>*.ts`), and of `core/base`. */
export async function checkExamples(
  root: string,
  files: readonly SourceFile[],
  exceptions: Readonly<Record<string, string>> = EXAMPLE_EXCEPTIONS,
): Promise<CheckReport> {
  const core = files.filter(
    (file) => file.path.startsWith("core/") && !/^core\/words\/(en|zh-cn)/.test(file.path),
  );
  const base = await importAll(
    root,
    core.map((file) => file.path).filter((path) => path.startsWith("core/base/")),
  );
  const problems: string[] = [];
  const unused = new Set(Object.keys(exceptions));
  let count = 0;
  for (const file of core) {
    const functions = exportedFunctions(file);
    if (functions.length === 0) continue;
    const scope = await scopeOf(root, file, base).catch((error: unknown) => {
      problems.push(`${file.path} cannot be loaded by Node: ${String(error).split("\n")[0]}`);
      return null;
    });
    if (scope === null) continue;
    for (const one of functions) {
      const where = `${file.path}:${one.line} ${one.name}`;
      const isException = unused.delete(`${file.path}#${one.name}`);
      if (one.docstring === null) problems.push(`${where}: no docstring`);
      const examples = readExamples(one.docstring ?? "");
      count += examples.length;
      if (one.docstring !== null && examples.length === 0 && !isException)
        problems.push(`${where}: no example`);
      problems.push(
        ...examples.flatMap((example) => tryExample(example, scope).map((why) => `${where}: ${why}`)),
      );
    }
  }
  for (const key of unused) problems.push(`example-exceptions.ts: ${key} is not there any more`);
  return { problems, seen: `${count} examples, ${Object.keys(exceptions).length} exceptions` };
}

/** The examples of a docstring. An example may go over several lines; it ends with `// => value`.
 * A tag without that arrow is an example that cannot be run, which is an error of its own. */
export function readExamples(docstring: string): readonly Example[] {
  const text = docstring.replaceAll(/^\s*\* ?/gm, "");
  const bodies = text.split(/^@/m).filter((part) => part.startsWith("example"));
  return bodies.map((body) => {
    const source = body.slice("example".length).trim();
    const arrow = source.lastIndexOf("// =>");
    return arrow < 0
      ? { expression: source, expected: "" }
      : { expression: source.slice(0, arrow).trim(), expected: source.slice(arrow + 5).trim() };
  });
}

/** What is wrong with an example: nothing, or one line. `throws` is the value of an expression that must throw. */
export function tryExample(example: Example, scope: Readonly<Record<string, unknown>>): readonly string[] {
  const { expression, expected } = example;
  if (expected === "") return [`@example without "// =>": ${expression}`];
  try {
    const actual = evaluate(expression, scope);
    if (expected === "throws") return [`${expression} does not throw`];
    if (isDeepStrictEqual(actual, evaluate(expected, scope))) return [];
    return [`${expression} is ${JSON.stringify(actual)}, not ${expected}`];
  } catch (error) {
    return expected === "throws" ? [] : [`${expression} throws: ${String(error)}`];
  }
}

function evaluate(expression: string, scope: Readonly<Record<string, unknown>>): unknown {
  const run = new Function(...Object.keys(scope), `"use strict"; return (${expression});`);
  return (run as (...values: unknown[]) => unknown)(...Object.values(scope));
}

function exportedFunctions(file: SourceFile): readonly ExportedFunction[] {
  const found = new Map<string, ExportedFunction>();
  for (const statement of file.program.body as unknown as readonly Node[]) {
    if (statement.type !== "ExportNamedDeclaration") continue;
    for (const name of functionNames(statement["declaration"] as Node | null)) {
      if (found.has(name)) continue;
      const comment = file.comments.findLast(
        (one) =>
          one.type === "Block" &&
          one.value.startsWith("*") &&
          one.end <= statement.start &&
          file.text.slice(one.end, statement.start).trim() === "",
      );
      const line = lineAt(file.text, statement.start);
      found.set(name, { name, line, docstring: comment ? comment.value.slice(1) : null });
    }
  }
  return [...found.values()];
}

function functionNames(declaration: Node | null): readonly string[] {
  if (declaration === null) return [];
  if (/^(FunctionDeclaration|TSDeclareFunction)$/.test(declaration.type)) {
    return [String((declaration["id"] as Node)["name"])];
  }
  if (declaration.type !== "VariableDeclaration") return [];
  return (declaration["declarations"] as readonly Node[])
    .filter((one) => /^(ArrowFunction|Function)Expression$/.test((one["init"] as Node | null)?.type ?? ""))
    .map((one) => String((one["id"] as Node)["name"]));
}

async function scopeOf(
  root: string,
  file: SourceFile,
  base: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const imported = file.module.staticImports
    .filter((one) => one.moduleRequest.value.startsWith("."))
    .map((one) => new URL(one.moduleRequest.value, pathToFileURL(resolve(root, file.path))).pathname);
  const room = file.path.split("/")[1] ?? "";
  const builders = globSync(`test/builders/${room}*.ts`, { cwd: root });
  const parts = [builders, imported, [file.path]].map((paths) => importAll(root, paths));
  return Object.assign({ ...base }, ...(await Promise.all(parts))) as Record<string, unknown>;
}

async function importAll(root: string, paths: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const modules = await Promise.all(
    paths.map((path) => import(pathToFileURL(resolve(root, path)).href) as Promise<Record<string, unknown>>),
  );
  return Object.assign({}, ...modules) as Record<string, unknown>;
}
