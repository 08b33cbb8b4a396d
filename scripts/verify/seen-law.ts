import type { CheckReport } from "./check.ts";
import { lineAt, walk } from "./source-tree.ts";
import type { Node, SourceFile } from "./source-tree.ts";

/** What screens write by; the last argument is the command. */
const RUNNERS = /^(runCommand|runTargetCommand|runFromField|runFromGrid|runInTurn)$/;
const SCREENS = /^renderer\/(features|app)\//;
/** What is no field of a record: the words, a key, the day of today, a period's first day, how many there are. */
const WORDS = /^(words|undefined)$/;
const NO_FIELD = /^(id|\w+Id|today|start|length)$/;

/** Screens that could write over what has changed while they were open. A screen that holds fields of a record until they are saved
 * must say which workspace it read them from (`{ command, seen }`); a command that is run of the present would take each field
 * that was only held for one that was changed. And whoever commits by hand says what it saw. */
export function findForgottenStates(files: readonly SourceFile[]): readonly string[] {
  return files.filter((file) => SCREENS.test(file.path)).flatMap(forgottenIn);
}

/** The law as a house check. */
export async function checkSeen(files: readonly SourceFile[]): Promise<CheckReport> {
  const screens = files.filter((file) => SCREENS.test(file.path));
  const calls = screens.flatMap((file) => callsOf(file.program)).filter((call) => RUNNERS.test(nameOf(call)));
  const problems = [...findForgottenStates(files)];
  if (calls.length === 0) problems.push("no command of a screen seen: the law is blind");
  return { problems, seen: `${calls.length} commands of screens` };
}

function forgottenIn(file: SourceFile): readonly string[] {
  const at = (node: Node) => `${file.path}:${lineAt(file.text, node.start)}`;
  const unsaid = callsOf(file.program)
    .filter((call) => nameOf(call) === "commit" && argumentsOf(call).length === 2)
    .map(
      (call) => `${at(call)} commits and says not what it saw: hand in the workspace that the changes are of`,
    );
  const held = topFunctions(file.program).flatMap((screen) => {
    const calls = callsOf(screen);
    const state = calls.find(
      (call) => nameOf(call) === "useState" && holdsFields(argumentsOf(call)[0], screen),
    );
    if (!state) return [];
    return calls
      .filter((call) => RUNNERS.test(nameOf(call)) && argumentsOf(call).at(-1)?.type !== "ObjectExpression")
      .map(
        (call) =>
          `${at(call)} runs a command of the present, but holds fields since line ${lineAt(file.text, state.start)}: hand in { command, seen }`,
      );
  });
  return [...unsaid, ...held];
}

function topFunctions(program: unknown): readonly Node[] {
  const found: Node[] = [];
  walk(program, (node, parents) => {
    if (node.type !== "FunctionDeclaration") return;
    if (parents.every((parent) => /^(Program|ExportNamedDeclaration)$/.test(parent.type))) found.push(node);
  });
  return found;
}

function callsOf(root: unknown): readonly Node[] {
  const found: Node[] = [];
  walk(root, (node) => {
    if (node.type === "CallExpression") found.push(node);
  });
  return found;
}

function nameOf(call: Node): string {
  const name = (call["callee"] as Node)["name"];
  return typeof name === "string" ? name : "";
}

function argumentsOf(call: Node): readonly Node[] {
  return call["arguments"] as readonly Node[];
}

/** Whether a first state is made of what was read, and is more than a choice on the page. */
function holdsFields(first: Node | undefined, screen: Node): boolean {
  const part = (name: string) => holdsFields(first?.[name] as Node | undefined, screen);
  switch (first?.type) {
    case "Identifier":
      return isData(first["name"] as string, screen);
    case "ChainExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
      return part("expression");
    case "MemberExpression":
      return !NO_FIELD.test(String((first["property"] as Node)["name"])) && part("object");
    case "ConditionalExpression":
      return part("consequent") || part("alternate");
    case "LogicalExpression":
      return part("left") || part("right");
    case "ArrowFunctionExpression":
      return part("body");
    case "ObjectExpression":
      return (first["properties"] as readonly Node[]).some((one) =>
        holdsFields((one["value"] ?? one["argument"]) as Node, screen),
      );
    case "ArrayExpression":
      return (first["elements"] as readonly Node[]).some((one) => holdsFields(one, screen));
    case "SpreadElement":
      return part("argument");
    case "CallExpression":
      return part("callee") || argumentsOf(first).some((one) => holdsFields(one, screen));
    default:
      return false;
  }
}

/** A name in lower case that is no word and no function, or a local one that is made of such. */
function isData(name: string, screen: Node): boolean {
  if (WORDS.test(name) || /^[A-Z]/.test(name)) return false;
  let isHeld = isGiven(name, screen);
  walk(screen["body"], (node) => {
    if (node.type !== "VariableDeclarator") return;
    const id = node["id"] as Node;
    if (id["name"] === name) isHeld = holdsFields(node["init"] as Node, screen);
    else if (id.type === "ObjectPattern" && bindsOf(id).includes(name)) isHeld = true;
  });
  return isHeld;
}

/** Whether a name is a parameter, or a part of one. */
function isGiven(name: string, screen: Node): boolean {
  return (screen["params"] as readonly Node[]).some(
    (one) => one["name"] === name || bindsOf(one).includes(name),
  );
}

function bindsOf(pattern: Node): readonly string[] {
  const properties = (pattern["properties"] ?? []) as readonly Node[];
  return properties.flatMap((one) => {
    const value = (one["value"] ?? one["argument"]) as Node;
    const target = value.type === "AssignmentPattern" ? (value["left"] as Node) : value;
    return typeof target["name"] === "string" ? [target["name"]] : bindsOf(target);
  });
}
