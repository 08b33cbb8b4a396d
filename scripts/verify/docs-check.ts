import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FACT_TABLES, ROW_TABLES } from "../../core/base/id.ts";
import type { CheckReport } from "./check.ts";

/** Buildings whose folders one step down are part of the plan. */
const OPEN_BUILDINGS = ["core", "formats", "electron", "renderer", "test"];
const NOT_OURS = new Set([
  "node_modules",
  "dist",
  "release",
  "gallery",
  "bench-results",
  "test-results",
  "playwright-report",
]);

/** A folder of the plan. One that is to come may be empty. */
export interface PlannedFolder {
  readonly path: string;
  readonly isToCome: boolean;
}

/** The folders that the tree of docs/architecture.md names. */
export function readPlannedFolders(markdown: string): readonly PlannedFolder[] {
  const block = /```text\n([\s\S]*?)```/.exec(markdown)?.[1] ?? "";
  const folders: PlannedFolder[] = [];
  let building = "";
  for (const line of block.split("\n")) {
    const match = /^( *)([\w.-]+)\/(\s|$)/.exec(line);
    if (!match) continue;
    if (match[1] === "") building = match[2] ?? "";
    folders.push({
      path: match[1] === "" ? building : `${building}/${match[2]}`,
      isToCome: line.endsWith("(to come)"),
    });
  }
  return folders;
}

/** The rows of the glossary: term, Chinese, name in code. */
export function readGlossary(markdown: string): readonly (readonly [string, string, string])[] {
  return [...markdown.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]*) \| [^|]+ \|$/gm)]
    .map((match) => [match[1]!.trim(), match[2]!.trim(), match[3]!.trim().replaceAll("`", "")] as const)
    .filter(([term]) => term !== "term" && !/^-+$/.test(term));
}

/** The documents as a house check: the tree equals the folders, the glossary has every table's word once, decisions are
 * numbered without gaps, the changelog has the present version. */
export async function checkDocs(root: string): Promise<CheckReport> {
  const problems = [
    ...checkTree(root),
    ...checkGlossary(read(root, "docs/glossary.md")),
    ...checkDecisions(root),
    ...checkChangelog(root),
  ];
  return { problems, seen: `${decisionFiles(root).length} decisions` };
}

function checkTree(root: string): readonly string[] {
  const planned = readPlannedFolders(read(root, "docs/architecture.md"));
  const known = new Set(planned.map((folder) => folder.path));
  const real = new Set(
    foldersIn(root).flatMap((name) => [
      name,
      ...(OPEN_BUILDINGS.includes(name) ? foldersIn(join(root, name)).map((one) => `${name}/${one}`) : []),
    ]),
  );
  const gone = planned.filter((folder) => !folder.isToCome && !real.has(folder.path));
  return [
    ...gone.map((folder) => `architecture.md names ${folder.path}/, which is not there`),
    ...[...real]
      .filter((path) => !known.has(path))
      .map((path) => `${path}/ is not in the tree of architecture.md`),
  ];
}

function checkGlossary(markdown: string): readonly string[] {
  const rows = readGlossary(markdown);
  const inCode = new Set(rows.map(([, , code]) => code));
  const missing = [...ROW_TABLES, ...FACT_TABLES].filter((table) => !inCode.has(table));
  return [
    ...missing.map((table) => `glossary.md has no word for the table ${table}`),
    ...repeated(rows.map(([term]) => term)).map((term) => `glossary.md explains "${term}" twice`),
    ...repeated(rows.map(([, chinese]) => chinese)).map(
      (chinese) => `glossary.md uses ${chinese} for two terms`,
    ),
  ];
}

function checkDecisions(root: string): readonly string[] {
  return decisionFiles(root).flatMap((name, index) => {
    const problems: string[] = [];
    if (Number(name.slice(0, 4)) !== index + 1)
      problems.push(`docs/decisions/${name}: the numbers have a gap`);
    const text = read(root, `docs/decisions/${name}`);
    for (const part of ["## Decision", "## Why", "## What it costs"]) {
      if (!text.includes(`\n${part}\n`)) problems.push(`docs/decisions/${name}: "${part}" is missing`);
    }
    return problems;
  });
}

function checkChangelog(root: string): readonly string[] {
  const { version } = JSON.parse(read(root, "package.json")) as { version: string };
  return read(root, "CHANGELOG.md").includes(`## ${version}`)
    ? []
    : [`CHANGELOG.md has no part for ${version}`];
}

function decisionFiles(root: string): readonly string[] {
  const folder = join(root, "docs/decisions");
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^\d{4}-.+\.md$/.test(name))
        .toSorted()
    : [];
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !NOT_OURS.has(entry.name))
    .map((entry) => entry.name)
    .filter((name) => hasFile(join(folder, name)));
}

/** Git keeps no empty folders, so they do not count. */
function hasFile(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) => !entry.isDirectory() || hasFile(join(folder, entry.name)),
  );
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function read(root: string, path: string): string {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "";
}
