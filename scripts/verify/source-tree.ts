import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parseSync } from "oxc-parser";
import type { Comment, EcmaScriptModule, Program } from "oxc-parser";

/** One source file of ours, parsed. Paths are relative to the root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly module: EcmaScriptModule;
  readonly comments: readonly Comment[];
}

/** A node of the syntax tree, as far as the checks need to know it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const BUILDINGS = ["core", "formats", "electron", "renderer", "cli", "scripts", "test"];
const SKIPPED = new Set(["node_modules", "dist", "bad-tree"]);

/** Reads and parses all TypeScript under the buildings of a root, in order of path. Throws on a file that does not parse. */
export function readSourceTree(root: string, folders: readonly string[] = BUILDINGS): readonly SourceFile[] {
  const paths = folders.flatMap((folder) => listSources(join(root, folder)));
  return paths.toSorted().map((path) => parseSource(relative(root, path).split(sep).join("/"), read(path)));
}

/** Parses one file; throws when it does not parse. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message ?? ""}`);
  return { path, text, program, module, comments };
}

/** Visits every node of a tree, parents first. */
export function walk(node: unknown, visit: (node: Node, parents: readonly Node[]) => void): void {
  walkBelow(node, [], visit);
}

/** The line on which an offset lies, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

function walkBelow(
  value: unknown,
  parents: readonly Node[],
  visit: (node: Node, parents: readonly Node[]) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) walkBelow(item, parents, visit);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const node = value as Node;
  const isNode = typeof node.type === "string";
  if (isNode) visit(node, parents);
  const below = isNode ? [...parents, node] : parents;
  for (const child of Object.values(node)) if (typeof child === "object") walkBelow(child, below, visit);
}

function listSources(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listSources(path);
    return /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

function read(path: string): string {
  return readFileSync(path, "utf8");
}
