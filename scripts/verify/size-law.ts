import type { CheckReport } from "./check.ts";
import { lineAt, walk } from "./source-tree.ts";
import type { Node, SourceFile } from "./source-tree.ts";

/** Lines, blank ones and comments included. */
export const FILE_LINES = 400;
export const FUNCTION_LINES = 60;
export const COMPONENT_LINES = 120;

/** Files, functions and components that are longer than the law, and words that no name may carry. */
export function findSizeViolations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => [...longFile(file), ...longFunctions(file), ...badName(file)]);
}

/** The size law as a house check. */
export async function checkSizes(files: readonly SourceFile[]): Promise<CheckReport> {
  const longest = Math.max(...files.map((file) => lineAt(file.text, file.text.length)));
  return { problems: findSizeViolations(files), seen: `${files.length} files, the longest ${longest} lines` };
}

function longFile(file: SourceFile): readonly string[] {
  const lines = lineAt(file.text, file.text.length - 1);
  // Dictionaries and tables of labels are lists, not code.
  if (lines <= FILE_LINES || /^core\/words\/(zh-cn|en)\/|\/locales\//.test(file.path)) return [];
  return [`${file.path}: ${lines} lines, the law is ${FILE_LINES}: split it by subject`];
}

function longFunctions(file: SourceFile): readonly string[] {
  const problems: string[] = [];
  walk(file.program, (node, parents) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return;
    if (isTestGroup(file.path, parents)) return;
    const first = lineAt(file.text, node.start);
    const lines = lineAt(file.text, node.end) - first + 1;
    const name = nameOf(node, parents);
    const isComponent = file.path.endsWith(".tsx") && /^[A-Z]/.test(name);
    const law = isComponent ? COMPONENT_LINES : FUNCTION_LINES;
    if (lines > law) problems.push(`${file.path}:${first} ${name} has ${lines} lines, the law is ${law}`);
  });
  return problems;
}

/** The callback of `describe` only groups; each test inside is measured by itself. */
function isTestGroup(path: string, parents: readonly Node[]): boolean {
  const call = parents.at(-1);
  if (!path.startsWith("test/") || call?.type !== "CallExpression") return false;
  const callee = call["callee"] as Node;
  const object = callee.type === "MemberExpression" ? (callee["property"] as Node) : callee;
  return object["name"] === "describe" || object["name"] === "each";
}

function nameOf(node: Node, parents: readonly Node[]): string {
  const own = (node["id"] as Node | null | undefined)?.["name"];
  if (typeof own === "string") return own;
  const parent = parents.at(-1);
  const key = (parent?.["id"] ?? parent?.["key"]) as Node | undefined;
  return typeof key?.["name"] === "string" ? key["name"] : "a function";
}

function badName(file: SourceFile): readonly string[] {
  const name = file.path.split("/").at(-1) ?? "";
  const isVague = /(^|[-/])(utils?|helpers?|common|misc|manager)([-./]|$)/.test(file.path);
  const problems: string[] = [];
  if (isVague) problems.push(`${file.path}: name it after what it does`);
  if (!/^[a-z0-9]+([-.][a-z0-9]+)*\.tsx?$/.test(name))
    problems.push(`${file.path}: file names are kebab-case`);
  return problems;
}
