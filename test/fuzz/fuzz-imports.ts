import { unzipSync, zipSync } from "fflate";
import { importFiles } from "../../cli/import-files.ts";
import type { Day } from "../../core/base/day.ts";
import { checkChanges } from "../../core/vault/check-changes.ts";
import { countRecords } from "../../core/vault/counts.ts";
import { between, pick, seededRandom } from "../../core/vault/sample/random.ts";
import type { Random } from "../../core/vault/sample/random.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { crmScene } from "../builders/crm-scene.ts";
import { fxiaokeExport } from "../builders/fxiaoke-export.ts";
import type { ExportFile } from "../builders/fxiaoke-export.ts";
import { emptyBook } from "../builders/import.ts";
import { zohoBackup, zohoExport } from "../builders/zoho-export.ts";
import { mutateFile } from "./mutate-file.ts";
import { workedMs } from "./work-time.ts";

const TODAY = "2026-11-23" as Day;
/** A small file that takes longer is a way to hold up the page. */
const SLOWEST_MS = 5000;

/** What came of a run: every complaint names the file's number, by which it can be made again. */
export interface FuzzReport {
  readonly read: number;
  readonly refused: number;
  readonly slowestMs: number;
  readonly complaints: readonly string[];
}

/** Imports mutated exports of both CRMs, each into an empty book: none may throw, change what it was given, bring what the
 * vault refuses, lose a row of the count, touch what all objects inherit, or take long. */
export async function fuzzImports(count: number, seed: number): Promise<FuzzReport> {
  const originals = await originalFiles();
  const book = emptyBook();
  const report = { read: 0, refused: 0, slowestMs: 0 };
  const complaints: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const random = seededRandom(seed * 1_000_003 + number);
    const original = pick(random, originals);
    const file = { name: original.name, bytes: mutated(original, random) };
    const started = workedMs();
    const complaint = await importOne(book, file, report);
    const tookMs = workedMs() - started;
    report.slowestMs = Math.max(report.slowestMs, tookMs);
    if (complaint !== null) complaints.push(`${number} ${file.name}: ${complaint}`);
    else if (tookMs > SLOWEST_MS) complaints.push(`${number} ${file.name}: took ${Math.round(tookMs)} ms`);
  }
  return { ...report, complaints };
}

async function originalFiles(): Promise<readonly ExportFile[]> {
  const scene = crmScene({ seed: 5, deals: 12, today: TODAY });
  return [...zohoExport(scene), zohoBackup(scene), ...(await fxiaokeExport(scene))];
}

/** Half of the workbooks and archives are changed inside, where a change is not merely a broken archive. */
function mutated(file: ExportFile, random: Random): Uint8Array<ArrayBuffer> {
  const isArchive = /\.(xlsx|zip)$/.test(file.name);
  if (!isArchive || random() < 0.5) return mutateFile(file.bytes, random);
  const parts = unzipSync(file.bytes);
  const names = Object.keys(parts);
  for (let left = between(random, 1, 3); left > 0; left -= 1) {
    const name = pick(random, names);
    parts[name] = mutateFile(new Uint8Array(parts[name]!), random);
  }
  return new Uint8Array(zipSync(parts));
}

async function importOne(
  book: Workspace,
  file: ExportFile,
  report: { read: number; refused: number },
): Promise<string | null> {
  const before = JSON.stringify(countRecords(book));
  try {
    let ids = 0;
    const result = await importFiles(book, [file], {
      settings: {},
      createMembers: true,
      today: TODAY,
      nowMs: 0,
      stamp: null,
      newId: () => `id-${(ids += 1)}`,
    });
    if (JSON.stringify(countRecords(book)) !== before) return "changed the book that it was given";
    if (Object.keys(Object.prototype).length > 0) return "polluted the prototype of all objects";
    if (!result.ok) {
      report.refused += 1;
      return result.error.length > 0 ? null : "was refused without a reason";
    }
    report.read += 1;
    return complaintAbout(book, result.value);
  } catch (error) {
    return `threw ${String(error instanceof Error ? error.stack : error).slice(0, 400)}`;
  }
}

function complaintAbout(
  book: Workspace,
  { tables, changes }: Extract<Awaited<ReturnType<typeof importFiles>>, { readonly ok: true }>["value"],
): string | null {
  for (const { plan } of tables) {
    const { read, added, updated, unchanged, skipped, bad } = plan.batch.rows;
    if (read !== added + updated + unchanged + skipped + bad)
      return `lost rows: ${JSON.stringify(plan.batch.rows)}`;
    if (plan.bad.length !== bad) return "does not list every bad row";
  }
  const checked = checkChanges(book, changes);
  return checked.ok
    ? null
    : `brings what the vault refuses: ${JSON.stringify(checked.error[0]).slice(0, 300)}`;
}
