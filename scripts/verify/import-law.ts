import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { CORE_PACKAGES, ROOM_STEPS, ZONES } from "./import-table.ts";
import type { CheckReport } from "./check.ts";
import { lineAt, walk } from "./source-tree.ts";
import type { Node, SourceFile } from "./source-tree.ts";

export type ImportRule =
  | "room-order"
  | "room-words"
  | "zone"
  | "features-apart"
  | "package"
  | "schema-step-frozen"
  | "worker-outside"
  | "missing-file"
  | "ending"
  | "dynamic"
  | "unknown-zone"
  | "cycle";

export interface ImportViolation {
  readonly rule: ImportRule;
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

interface Import {
  readonly specifier: string;
  readonly offset: number;
  readonly isType: boolean;
}

const MODULES_AT_LEAST = 50;

/** Everything in a tree that breaks the import law, `import type`, re-exports, dynamic imports, `import("…")` types and
 * worker addresses included. */
export function findImportViolations(root: string, files: readonly SourceFile[]): readonly ImportViolation[] {
  const graph = new Map<string, readonly string[]>();
  const violations: ImportViolation[] = [];
  for (const file of files) {
    if (!ZONES.some((one) => one.path.test(file.path)) && roomOf(file.path) === null) {
      const text = "the file is in no zone of the law";
      violations.push({ rule: "unknown-zone", path: file.path, line: 1, text });
      continue;
    }
    const values: string[] = [];
    for (const one of importsOf(file)) {
      const found = judge(root, file.path, one.specifier);
      if (found) violations.push({ ...found, path: file.path, line: lineAt(file.text, one.offset) });
      if (!one.isType && one.specifier.startsWith(".")) values.push(resolve(file.path, one.specifier));
    }
    graph.set(file.path, values);
    violations.push(...unreadableImports(file));
  }
  return [...violations, ...findCycles(graph)];
}

/** The import law as a house check. */
export async function checkImportLaw(root: string, files: readonly SourceFile[]): Promise<CheckReport> {
  const imports = files.reduce((sum, file) => sum + importsOf(file).length, 0);
  const problems = findImportViolations(root, files).map(
    (one) => `${one.path}:${one.line} [${one.rule}] ${one.text}`,
  );
  if (files.length <= MODULES_AT_LEAST)
    problems.unshift(`only ${files.length} modules seen: the law is blind`);
  return { problems, seen: `${files.length} modules, ${imports} imports` };
}

type Finding = { readonly rule: ImportRule; readonly text: string } | null;

function judge(root: string, from: string, specifier: string): Finding {
  const zone = ZONES.find((one) => one.path.test(from));
  const room = zone ? null : roomOf(from);
  if (!specifier.startsWith(".")) {
    const allowed = zone ? zone.packages : CORE_PACKAGES;
    if (allowed.some((pattern) => pattern.test(specifier))) return null;
    return { rule: "package", text: `${zone?.name ?? "core"} may not import "${specifier}"` };
  }
  const to = resolve(from, specifier);
  if (!/\.[a-z]+$/.test(to)) return { rule: "ending", text: `"${specifier}" lacks its ending` };
  if (!existsSync(join(root, to))) return { rule: "missing-file", text: `"${specifier}" is not there` };
  if (zone?.name === "schema-steps") {
    return { rule: "schema-step-frozen", text: "schema steps import nothing of ours" };
  }
  return zone ? judgeZone(zone, from, to) : judgeRoom(room!, to);
}

function judgeRoom(room: string, to: string): Finding {
  const target = roomOf(to);
  if (to.startsWith("core/words/")) {
    return { rule: "room-words", text: "core returns messages; it never imports core/words" };
  }
  if (target === null) return { rule: "zone", text: `core may not import ${to}` };
  if (target === room || stepOf(target) < stepOf(room)) return null;
  return { rule: "room-order", text: `core/${room} may not import core/${target}` };
}

function judgeZone(zone: (typeof ZONES)[number], from: string, to: string): Finding {
  if (zone.name === "renderer/features" && zone.path.test(to)) {
    const same = featureOf(from) === featureOf(to);
    return same ? null : { rule: "features-apart", text: "features never import features" };
  }
  if (zone.path.test(to) || zone.mayImport.some((pattern) => pattern.test(to))) return null;
  const rule = to.startsWith("formats/") && from.startsWith("renderer/") ? "worker-outside" : "zone";
  return { rule, text: `${zone.name} may not import ${to}` };
}

function importsOf(file: SourceFile): readonly Import[] {
  const { staticImports, staticExports } = file.module;
  const found: Import[] = staticImports.map((one) => ({
    specifier: one.moduleRequest.value,
    offset: one.start,
    isType: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }));
  for (const one of staticExports) {
    const request = one.entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    const isType = one.entries.every((entry) => entry.isType);
    if (request) found.push({ specifier: request.value, offset: one.start, isType });
  }
  walk(file.program, (node) => {
    const specifier = inlineSpecifier(node, file.text);
    // A dynamic import waits until it is asked, so it closes no cycle at start.
    if (specifier !== null) found.push({ specifier, offset: node.start, isType: true });
  });
  return found;
}

/** The literal inside `import("…")`, as value or type, and `new URL("…", import.meta.url)`; `null` for other nodes. */
function inlineSpecifier(node: Node, text: string): string | null {
  if (node.type === "ImportExpression" || node.type === "TSImportType") {
    const source = (node["source"] ?? node["argument"]) as Node | undefined;
    const literal = source?.type === "TSLiteralType" ? (source["literal"] as Node) : source;
    return literal?.type === "Literal" ? String(literal["value"]) : null;
  }
  if (node.type !== "NewExpression") return null;
  const match = /^new URL\(\s*"(\.[^"]+[^"/])",\s*import\.meta\.url/.exec(text.slice(node.start, node.end));
  return match?.[1] ?? null;
}

/** Dynamic imports of something other than a literal: nobody can say what they reach. Tests and scripts may. */
function unreadableImports(file: SourceFile): readonly ImportViolation[] {
  if (/^(test|scripts)\//.test(file.path)) return [];
  const found: ImportViolation[] = [];
  walk(file.program, (node) => {
    if (node.type !== "ImportExpression" || (node["source"] as Node).type === "Literal") return;
    const line = lineAt(file.text, node.start);
    found.push({ rule: "dynamic", path: file.path, line, text: "import() takes a literal" });
  });
  return found;
}

/** Value imports that lead back to where they began, each cycle once. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): readonly ImportViolation[] {
  const state = new Map<string, "open" | "done">();
  const violations: ImportViolation[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      const cycle = [...trail.slice(trail.indexOf(path)), path];
      violations.push({ rule: "cycle", path, line: 1, text: cycle.join(" → ") });
      return;
    }
    state.set(path, "open");
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, "done");
  };
  for (const path of graph.keys()) visit(path, []);
  return violations;
}

function resolve(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ""));
}

function roomOf(path: string): string | null {
  const room = /^core\/([^/]+)\//.exec(path)?.[1] ?? "";
  return stepOf(room) >= 0 ? room : null;
}

function stepOf(room: string): number {
  return ROOM_STEPS.findIndex((step) => (step as readonly string[]).includes(room));
}

function featureOf(path: string): string {
  return path.split("/")[2] ?? "";
}
