import type { CheckReport } from "./check.ts";
import { lineAt, walk } from "./source-tree.ts";
import type { Node, SourceFile } from "./source-tree.ts";

const CLOCK = "core takes the clock as a parameter";
const RANDOM = "core takes ids and randomness as parameters";
const LOCAL_TIME = /^get(Date|Day|FullYear|Hours|Minutes|Month|Seconds|TimezoneOffset)$/;

/** What the compiler cannot keep out of `core` and `formats`, because the language itself has it: clocks, randomness, and
 * `Date` outside of `core/base` (and `core/words`, where `Intl` formats one). Days are text without a time zone, so
 * a reading in local time is refused everywhere in core. */
export function findImpurities(files: readonly SourceFile[]): readonly string[] {
  return files.filter((file) => /^(core|formats)\//.test(file.path)).flatMap(impuritiesOf);
}

/** Purity of core and formats as a house check. */
export async function checkPurity(files: readonly SourceFile[]): Promise<CheckReport> {
  const pure = files.filter((file) => /^(core|formats)\//.test(file.path));
  const problems = [...findImpurities(files)];
  if (pure.length === 0) problems.push("no file of core seen: the law is blind");
  return { problems, seen: `${pure.length} files of core and formats` };
}

function impuritiesOf(file: SourceFile): readonly string[] {
  const problems: string[] = [];
  const mayUseDate = !file.path.startsWith("core/") || /^core\/(base|words)\//.test(file.path);
  walk(file.program, (node, parents) => {
    const why = impurityOf(node, parents.at(-1), mayUseDate);
    if (why) problems.push(`${file.path}:${lineAt(file.text, node.start)} ${why}`);
  });
  return problems;
}

function impurityOf(node: Node, parent: Node | undefined, mayUseDate: boolean): string | null {
  if (node.type === "NewExpression" && isNamed(node["callee"], "Date")) {
    if ((node["arguments"] as readonly unknown[]).length === 0) return `new Date(): ${CLOCK}`;
  }
  if (node.type === "MemberExpression") {
    if (isMember(node, "Date", "now") || isMember(node, "performance", "now")) return `a clock: ${CLOCK}`;
    if (isMember(node, "crypto", "getRandomValues")) return `chance: ${RANDOM}`;
    if (isMember(node, "Math", "random") || isMember(node, "crypto", "randomUUID"))
      return `chance: ${RANDOM}`;
    const property = (node["property"] as Node)["name"];
    if (typeof property === "string" && LOCAL_TIME.test(property))
      return `${property}: days have no time zone`;
  }
  if (!mayUseDate && node.type === "Identifier" && node["name"] === "Date" && parent?.type !== "Property") {
    return "Date: only core/base knows it; use its days and periods";
  }
  return null;
}

function isMember(node: Node, object: string, property: string): boolean {
  return isNamed(node["object"], object) && isNamed(node["property"], property);
}

function isNamed(node: unknown, name: string): boolean {
  return (node as Node).type === "Identifier" && (node as Node)["name"] === name;
}
