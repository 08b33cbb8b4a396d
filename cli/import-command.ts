import { basename } from "node:path";
import { z } from "zod";
import { dayOfMoment, parseDay } from "../core/base/day.ts";
import { message } from "../core/base/message.ts";
import { IMPORT_OBJECTS, SOURCES } from "../core/customer/records.ts";
import type { Batch, ImportObject, Source } from "../core/customer/records.ts";
import { badRowMessage } from "../core/customer/import/bad-row-message.ts";
import { fieldOf } from "../core/customer/import/import-field.ts";
import type { ImportSettings } from "../core/customer/import/import-settings.ts";
import type { Ppm } from "../core/base/money.ts";
import { readWorkspaceFile, writeWorkspaceFile } from "../core/vault/workspace-file.ts";
import type { WorkspaceFile } from "../core/vault/workspace-file.ts";
import type { Words } from "../core/words/words.ts";
import { encodingOf, ENCODINGS } from "../formats/csv/detect-encoding.ts";
import type { Encoding } from "../formats/csv/detect-encoding.ts";
import { cliDevice } from "./cli-device.ts";
import { CliRefusal, refusal } from "./command.ts";
import type { Command, CommandCall, CommandResult } from "./command.ts";
import { importFiles } from "./import-files.ts";
import type { ImportedFiles, ImportedTable } from "./import-files.ts";
import { writeChanged } from "./write-changed.ts";

const MODES = ["upsert", "add", "update", "skip"] as const;
/** Days without a zone are days in China, as in both CRMs. */
const OFFSET_MINUTES = 480;

/** `import W FILE… --out W2`: reads files into a workspace file and prints what came of every row. */
export const importCommand: Command = {
  options: ["out", "source", "object", "map", "mode", "today"],
  flags: ["create-members"],
  words: [2, Number.POSITIVE_INFINITY],
  run: runImport,
};

async function runImport(call: CommandCall): Promise<CommandResult> {
  const { options, io, words } = call;
  const out = options["out"];
  if (out === undefined) throw refusal(2, message("cli.problem.option-missing", { option: "out" }));
  const [workspacePath, ...paths] = words;
  const { settings, encoding } = await readSettings(call);
  const today = todayOf(call);
  const before = readWorkspaceFile(await io.readFile(workspacePath!));
  if (!before.ok) throw new CliRefusal(3, before.error);
  const files = [];
  for (const path of paths)
    files.push({ name: basename(path), bytes: new Uint8Array(await io.readFile(path)) });
  const imported = await importFiles(before.value.workspace, files, {
    settings,
    encoding,
    createMembers: call.flags.has("create-members"),
    today,
    nowMs: io.nowMs(),
    device: cliDevice(call),
    stamp: before.value.head.stamp,
    newId: () => io.newId(),
  });
  if (!imported.ok) throw new CliRefusal(3, imported.error.map(withFile));
  await io.writeFile(out, writeAfter(before.value, imported.value, io.nowMs()));
  for (const left of imported.value.left) io.err(`${call.say.say(left)}\n`);
  warnOfHeaders(call, imported.value, settings.headerByField ?? {});
  const json = imported.value.tables.map((table) => tableJson(table, imported.value, call.say));
  return { exit: imported.value.tables.some((table) => table.plan.batch.rows.bad > 0) ? 1 : 0, json };
}

/** A header of the mapping file that a file does not have is said: its field stays empty. */
function warnOfHeaders(
  { io, say }: CommandCall,
  imported: ImportedFiles,
  headerByField: Readonly<Record<string, string>>,
): void {
  for (const { file, plan } of imported.tables) {
    const fields = new Set(plan.batch.columns.map((column) => column.field));
    for (const [field, header] of Object.entries(headerByField)) {
      if (fields.has(field)) continue;
      const warning = message("customer.import.map-header", { file, header, field });
      io.err(`${say.say(warning)}\n`);
    }
  }
}

function withFile(problem: CliRefusal["problems"][number]) {
  return {
    ...problem,
    message: message("customer.import.refused", { file: problem.field ?? "", why: problem.message }),
  };
}

function writeAfter(before: WorkspaceFile, imported: ImportedFiles, nowMs: number): Uint8Array<ArrayBuffer> {
  const { head, journal } = before;
  const { workspace, stamp, changes } = imported;
  if (stamp === null || changes.length === 0) {
    return writeWorkspaceFile({ ...head, at: new Date(nowMs).toISOString(), workspace, journal });
  }
  const files = imported.tables
    .map((table) => table.file)
    .join(", ")
    .slice(0, 200);
  const label = message("customer.import.label", { file: files });
  return writeChanged(before, { workspace, stamp, label, kind: "import", changes, nowMs });
}

function todayOf({ options, io }: CommandCall) {
  const text = options["today"];
  if (text === undefined) return dayOfMoment(io.nowMs(), OFFSET_MINUTES);
  return parseDay(text) ?? refuseOption("today", text, "YYYY-MM-DD");
}

function refuseOption(option: string, value: string, allowed: string): never {
  throw refusal(2, message("cli.problem.option-value", { option, value, allowed }));
}

function choice<T extends string>(call: CommandCall, option: string, allowed: readonly T[]): T | undefined {
  const value = call.options[option];
  if (value === undefined) return undefined;
  return allowed.find((known) => known === value) ?? refuseOption(option, value, allowed.join("|"));
}

function unlessAuto<T extends string>(value: T | "auto" | undefined): T | undefined {
  return value === "auto" ? undefined : value;
}

const mapSchema = z.object({
  object: z.enum(IMPORT_OBJECTS).optional(),
  source: z.enum(SOURCES).optional(),
  fields: z.record(z.string(), z.string()).optional(),
  dateOrder: z.enum(["YMD", "DMY", "MDY", "serial1900", "serial1904"]).optional(),
  decimal: z.enum([".", ","]).optional(),
  encoding: z
    .string()
    .transform((name, context) => encodingOf(name) ?? unknownEncoding(context))
    .optional(),
  stages: z
    .record(
      z.string(),
      z.object({
        category: z.enum(["open", "won", "lost", "void"]),
        probability: z.number().min(0).max(100).optional(),
      }),
    )
    .optional(),
  /** Other currency → one unit in the workspace's currency. */
  rates: z
    .record(
      z.string().regex(/^[A-Z]{3}$/),
      z.union([z.string().regex(/^\d+(\.\d+)?$/), z.number().positive()]),
    )
    .optional(),
});

function unknownEncoding(context: z.core.$RefinementCtx): never {
  context.addIssue({ code: "custom", message: ENCODINGS.join("|") });
  return z.NEVER;
}

async function readSettings(
  call: CommandCall,
): Promise<{ settings: ImportSettings; encoding: Encoding | undefined }> {
  const source = unlessAuto(
    choice<Source | "auto">(call, "source", ["auto", ...SOURCES.filter((known) => known !== "typed")]),
  );
  const object = unlessAuto(choice<ImportObject | "auto">(call, "object", ["auto", ...IMPORT_OBJECTS]));
  const mode = choice<Batch["mode"]>(call, "mode", MODES);
  const map = await readMap(call);
  const mapObject = object ?? map.object;
  const unknown = Object.keys(map.fields ?? {}).find((key) =>
    mapObject ? !fieldOf(mapObject, key) : IMPORT_OBJECTS.every((one) => !fieldOf(one, key)),
  );
  if (unknown !== undefined)
    throw refusal(
      2,
      message("customer.import.map-field", { field: unknown, object: mapObject ?? IMPORT_OBJECTS.join("|") }),
    );
  const stages = Object.entries(map.stages ?? {}).map(([stage, { category, probability }]) => [
    stage,
    {
      category,
      ...(probability === undefined ? {} : { probability: Math.round(probability * 10_000) as Ppm }),
    },
  ]);
  return {
    encoding: map.encoding,
    settings: {
      source: source ?? map.source,
      object: mapObject,
      mode,
      headerByField: map.fields,
      dateOrder: map.dateOrder,
      decimal: map.decimal,
      stageMap: Object.fromEntries(stages) as ImportSettings["stageMap"],
      rates:
        map.rates &&
        Object.fromEntries(Object.entries(map.rates).map(([code, rate]) => [code, String(rate)])),
    },
  };
}

async function readMap({ options, io }: CommandCall): Promise<z.infer<typeof mapSchema>> {
  const path = options["map"];
  if (path === undefined) return {};
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(await io.readFile(path)).replace(/^\ufeff/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw refusal(2, message("customer.import.map-json", { file: basename(path) }));
  }
  const parsed = mapSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") ?? "";
  throw refusal(2, message("customer.import.map-wrong", { file: basename(path), where: where || "—" }));
}

function tableJson({ file, sheet, plan }: ImportedTable, imported: ImportedFiles, say: Words) {
  const { batch } = plan;
  const isKept = plan.changes.some((change) => change.table === "batches");
  return {
    file,
    ...(sheet === null ? {} : { sheet }),
    batch: isKept ? batch.id : null,
    source: batch.source,
    object: batch.object,
    encoding: batch.encoding,
    delimiter: batch.delimiter,
    headerRow: batch.headerRow,
    columns: batch.columns.map((column, index) =>
      plan.openColumns.includes(index) ? { ...column, certain: false } : column,
    ),
    rows: batch.rows,
    bad: plan.bad.map(({ line, column, value, reason }) => ({
      line,
      column,
      value,
      reason: say.say(badRowMessage(reason)),
      code: reason.key,
    })),
    owners: plan.owners.map(({ name, rows, match }) => ({
      name,
      member:
        match.kind === "member" ? (imported.workspace.rows.members.get(match.memberId)?.name ?? null) : null,
      memberId: match.kind === "member" ? match.memberId : null,
      rows,
    })),
  };
}
