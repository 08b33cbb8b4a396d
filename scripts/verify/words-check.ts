import { en } from "../../core/words/en.ts";
import type { Dictionary } from "../../core/words/dictionary.ts";
import { zhCn } from "../../core/words/zh-cn.ts";
import type { CheckReport } from "./check.ts";
import { lineAt, walk } from "./source-tree.ts";
import type { Node, SourceFile } from "./source-tree.ts";

const CJK = /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** Where Chinese may stand beside the dictionaries: data in both languages, the invented sample team, tests. */
const CJK_ALLOWED = /^(core\/words|test)\/|\/(locales|sample)\//;
/** Chinese writes the month's number, English its name; `words.period` hands in both. */
const PARAMETERS_DIFFER = new Set(["base.month", "base.month.short"]);
/** What is Chinese in every language: the product's name, the language's own, and the units that may be typed. */
const PROPER_NAMES = /九宫|简体中文|中文|万|亿/g;
/** Speaks to those who read the other language. */
const LANGUAGE_SWITCHES = ["app.action.language", "app.language.zh"];
const SPOKEN_ATTRIBUTES = /^(aria-label|aria-description|title|placeholder|alt|label)$/;

/** What is wrong between two dictionaries: keys, parameters, language, tone. */
export function compareDictionaries(zh: Dictionary, english: Dictionary): readonly string[] {
  const problems: string[] = [];
  for (const [key, sentence] of Object.entries(zh)) {
    const said = english[key];
    if (said === undefined) problems.push(`${key}: en does not say it`);
    else if (!PARAMETERS_DIFFER.has(key) && parametersOf(said) !== parametersOf(sentence)) {
      problems.push(`${key}: zh-CN takes ${parametersOf(sentence)}, en takes ${parametersOf(said)}`);
    }
    if (/[!！]/.test(sentence)) problems.push(`${key}: no exclamation marks (zh-CN)`);
  }
  for (const [key, sentence] of Object.entries(english)) {
    const many = key.replace(/_one$/, "");
    if (zh[many] === undefined) problems.push(`${key}: zh-CN does not say it`);
    if (!LANGUAGE_SWITCHES.includes(key) && CJK.test(sentence.replaceAll(PROPER_NAMES, ""))) {
      problems.push(`${key}: Chinese in the English sentence`);
    }
    if (/!/.test(sentence)) problems.push(`${key}: no exclamation marks (en)`);
  }
  return problems;
}

/** Keys that sources name and no dictionary has, and keys that no source names.
 * A key is named by a string literal, or by a template whose fixed parts fit it. */
export function compareKeys(files: readonly SourceFile[], dictionary: Dictionary): readonly string[] {
  const keys = Object.keys(dictionary);
  const rooms = [...new Set(keys.map((key) => key.split(".")[0]))].join("|");
  const keyPattern = new RegExp(`^(${rooms})(\\.[A-Za-z0-9-]+)+$`);
  const unused = new Set(keys.filter((key) => !key.endsWith("_one")));
  const problems: string[] = [];
  for (const file of files.filter((one) => !/^(test|core\/words\/(en|zh-cn))/.test(one.path))) {
    walk(file.program, (node, parents) => {
      const where = () => `${file.path}:${lineAt(file.text, node.start)}`;
      if (node.type === "Literal" && typeof node["value"] === "string" && keyPattern.test(node["value"])) {
        unused.delete(node["value"]);
        if (dictionary[node["value"]] === undefined && isSpoken(node["value"], parents)) {
          problems.push(`${where()} the key "${node["value"]}" has no words`);
        }
      }
      const template = templatePattern(node, rooms);
      if (!template) return;
      const fitting = keys.filter((key) => template.test(key));
      if (fitting.length === 0) problems.push(`${where()} no key fits the template ${template.source}`);
      for (const key of fitting) unused.delete(key);
    });
  }
  return [...problems, ...[...unused].map((key) => `${key}: nobody says it`)];
}

/** Chinese or English sentences that stand in the code instead of `core/words`. */
export function findStraySentences(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter((file) => !CJK_ALLOWED.test(file.path))
    .flatMap((file) => {
      const problems: string[] = [];
      walk(file.program, (node, parents) => {
        const why = strayIn(node, parents, file.path);
        if (why) problems.push(`${file.path}:${lineAt(file.text, node.start)} ${why}`);
      });
      return problems;
    });
}

/** The words as a house check. */
export async function checkWords(files: readonly SourceFile[]): Promise<CheckReport> {
  const problems = [
    ...compareDictionaries(zhCn, en),
    ...compareKeys(files, zhCn),
    ...findStraySentences(files),
  ];
  return { problems, seen: `${Object.keys(zhCn).length} sentences` };
}

/** `{{zh}}` and `{{en}}` are one thing: a name that has both, of which a sentence takes its own. */
function parametersOf(sentence: string): string {
  const names = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) =>
    match[1] === "zh" || match[1] === "en" ? "zh|en" : match[1],
  );
  return `{${[...new Set(names)].toSorted().join(", ")}}`;
}

/** Looks like a key but is none: a file's name, a channel between the processes, a place in an import. */
function isSpoken(text: string, parents: readonly Node[]): boolean {
  if (/\.(ts|tsx|js|mjs|json|asar|css|csv|xlsx|html|svg|pdf|png)$/.test(text)) return false;
  const owner = parents.at(-1);
  return !(owner?.type === "ImportDeclaration" || owner?.type === "TSLiteralType");
}

function templatePattern(node: Node, rooms: string): RegExp | null {
  if (node.type !== "TemplateLiteral") return null;
  const parts = (node["quasis"] as readonly Node[]).map((one) => (one["value"] as { cooked: string }).cooked);
  if (parts.length < 2 || !new RegExp(`^(${rooms})\\.`).test(parts[0] ?? "")) return null;
  if (!parts.every((part) => /^[A-Za-z0-9.-]*$/.test(part))) return null;
  return new RegExp(`^${parts.map((part) => part.replaceAll(".", "\\.")).join("[A-Za-z0-9.-]*")}$`);
}

function strayIn(node: Node, parents: readonly Node[], path: string): string | null {
  if (node.type === "Literal" && typeof node["value"] === "string" && CJK.test(node["value"])) {
    return `Chinese outside of core/words: ${node["value"].slice(0, 30)}`;
  }
  if (node.type === "TemplateElement" && CJK.test((node["value"] as { raw: string }).raw)) {
    return "Chinese outside of core/words, in a template";
  }
  if (!path.endsWith(".tsx")) return null;
  if (node.type === "JSXText" && isSentence(String(node["value"])) && !isKeyCap(parents.at(-1))) {
    return `a sentence outside of core/words: ${String(node["value"]).trim().slice(0, 30)}`;
  }
  const attribute = parents.at(-1);
  if (node.type !== "Literal" || attribute?.type !== "JSXAttribute") return null;
  const isSpokenAloud = SPOKEN_ATTRIBUTES.test(String((attribute["name"] as Node)["name"]));
  return isSpokenAloud && /[A-Za-z]{2}/.test(String(node["value"]))
    ? `a sentence outside of core/words: ${String(node["value"])}`
    : null;
}

/** Abbreviations such as CSV are the same in every language. */
function isSentence(text: string): boolean {
  return CJK.test(text) || (/[A-Za-z]{2}/.test(text) && !/^[A-Z0-9 ]+$/.test(text.trim()));
}

/** `<kbd>` shows what is printed on a key. */
function isKeyCap(parent: Node | undefined): boolean {
  const opening = parent?.["openingElement"] as Node | undefined;
  return (opening?.["name"] as Node | undefined)?.["name"] === "kbd";
}
