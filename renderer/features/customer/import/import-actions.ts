import type { Day } from "../../../../core/base/day.ts";
import type { BatchId } from "../../../../core/base/id.ts";
import { message } from "../../../../core/base/message.ts";
import { fail, ok } from "../../../../core/base/result.ts";
import type { Problem, Result } from "../../../../core/base/result.ts";
import type { ImportSettings } from "../../../../core/customer/import/import-settings.ts";
import { missingFields } from "../../../../core/customer/import/missing-fields.ts";
import type { ImportRequest } from "../../../../core/customer/import/plan-import.ts";
import { settingsOf } from "../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { currentPlatform } from "../../../platform/current-platform.ts";
import type { PickedFile } from "../../../platform/platform.ts";
import { MOVED_ON, commitImport, draftNow } from "../../../storage/commit.ts";
import { useView } from "../../../storage/view-store.ts";
import { currentWorkspace } from "../../../storage/workspace-store.ts";
import { startImportClient } from "../../../worker/import-client.ts";
import type { ImportClient } from "../../../worker/import-client.ts";
import type { OpenedFile, PlannedImport } from "../../../worker/import-messages.ts";
import { openArchives } from "./open-archives.ts";
import { importStore, jobById, patchJob } from "./import-store.ts";
import type { ImportJob, ImportStep } from "./import-store.ts";
import { beginWork, hearProgress } from "./job-progress.ts";
import { planWith } from "./plan-with.ts";

const clients = new Map<string, ImportClient>();
/** Kept until the import is done: a worker that was ended is given the file again. */
const files = new Map<string, PickedFile>();
/** Counts on with every piece of work of a job: what belongs to an older count is thrown away. */
const turns = new Map<string, number>();

/** What the plan that a worker holds was made of. */
interface PlanBasis {
  readonly job: ImportJob;
  readonly workspace: Workspace;
  readonly today: Day;
}

const PLANNED_BY = ["table", "rows", "settings", "mode", "create", "aliases", "keepsMapping"] as const;
const bases = new Map<string, PlanBasis>();

/** Opens files side by side with those that are there, archives as the files within, in the order that suits an import. */
export async function addFiles(picked: readonly PickedFile[]): Promise<void> {
  const opened = await openArchives(picked);
  const jobs = opened.map((file) => newJob(file));
  importStore.setState((state) => ({ jobs: [...state.jobs, ...jobs], openId: jobs[0]?.id ?? state.openId }));
  for (const [index, { refusal }] of opened.entries()) {
    if (refusal !== undefined) refuse(jobs[index]!.id, [{ message: refusal }]);
  }
  for (const [index, file] of opened.entries()) {
    const { id } = jobs[index]!;
    if (file.refusal !== undefined) continue;
    files.set(id, file);
    await openFile(id, {});
  }
}

function newJob(file: PickedFile): ImportJob {
  return {
    id: currentPlatform().newId(),
    name: file.name,
    size: file.size,
    state: "working",
    share: 0,
    problems: [],
    tableIndex: 0,
    settings: {},
    step: "columns",
    create: [],
    aliases: {},
    mode: "upsert",
    keepsMapping: false,
  };
}

interface Reading {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}

/** The worker that holds the file; a new one is given it first. */
async function clientOf(id: string): Promise<Result<ImportClient>> {
  const known = clients.get(id);
  if (known) return ok(known);
  const { encoding, delimiter } = jobById(id)?.opened ?? {};
  const opened = await openIn(id, { encoding, delimiter });
  return opened.ok ? ok(clients.get(id)!) : opened;
}

/** Opens the file in its worker: a new one reads it once, another one reads it anew. */
async function openIn(id: string, reading: Reading): Promise<Result<OpenedFile>> {
  const known = clients.get(id);
  if (known) return known.reopen(reading);
  const file = files.get(id)!;
  const bytes = file.blob ?? (await file.bytes().catch(() => null));
  if (bytes === null) return fail([{ message: message("customer.file.unreadable") }]);
  // Taken away meanwhile: a worker would read on for nobody.
  if (jobById(id) === undefined) return fail([]);
  const client = startImportClient((share) => hearProgress(id, share));
  clients.set(id, client);
  return client.open({ name: file.name, bytes, ...reading });
}

function beginTurn(id: string): () => boolean {
  const turn = (turns.get(id) ?? 0) + 1;
  turns.set(id, turn);
  return () => turns.get(id) === turn && jobById(id) !== undefined;
}

function refuse(id: string, problems: readonly Problem[]): void {
  patchJob(id, { state: "refused", problems });
}

async function openFile(id: string, choice: Reading): Promise<void> {
  const isCurrent = beginTurn(id);
  beginWork(id, { problems: [], rows: undefined, plan: undefined });
  const opened = await openIn(id, choice);
  if (!isCurrent()) return;
  if (!opened.ok) return refuse(id, opened.error);
  patchJob(id, { opened: opened.value, tableIndex: opened.value.best });
  await prepare(id);
}

async function prepare(id: string): Promise<void> {
  const isCurrent = beginTurn(id);
  const { tableIndex, settings } = jobById(id)!;
  beginWork(id, { rows: undefined, plan: undefined });
  const mappings = [...currentWorkspace().rows.mappings.values()];
  const client = await clientOf(id);
  const table = client.ok ? await client.value.prepare({ table: tableIndex, settings, mappings }) : client;
  if (!isCurrent()) return;
  if (!table.ok) return refuse(id, table.error);
  patchJob(id, { state: "ready", table: table.value });
}

/** Reads the file's bytes anew as the person says. */
export function changeReading(
  id: string,
  reading: { readonly encoding?: string; readonly delimiter?: string },
): void {
  const { opened, settings } = jobById(id)!;
  patchJob(id, { settings: { ...settings, columns: undefined, headerIndex: undefined }, step: "columns" });
  const choice = { encoding: opened?.encoding, delimiter: opened?.delimiter, ...reading };
  void openFile(id, choice);
}

/** Reads another sheet of the file. */
export function changeTable(id: string, tableIndex: number): void {
  patchJob(id, { tableIndex, settings: {}, step: "columns" });
  void prepare(id);
}

/** Settles something about how the table is read; columns are given anew unless they are what is settled. */
export function changeSettings(id: string, change: Partial<ImportSettings>): void {
  const { settings } = jobById(id)!;
  const columns = "columns" in change || "stageMap" in change ? {} : { columns: undefined };
  patchJob(id, { settings: { ...settings, ...columns, ...change }, problems: [] });
  void prepare(id);
}

/** Goes to a step, reading and planning what it shows. */
export async function goToStep(id: string, step: ImportStep): Promise<void> {
  const job = jobById(id)!;
  if (step === "columns") return patchJob(id, { step });
  if (missingFieldsOf(job).length > 0) return;
  if (job.rows === undefined && !(await readAll(id))) return;
  patchJob(id, { step });
  if (step === "preview") await makePlan(id);
}

/** Required fields that no column is mapped to. */
export function missingFieldsOf(job: ImportJob): readonly string[] {
  const prepared = job.table?.prepared;
  return prepared === undefined ? [] : missingFields(prepared.object, prepared.columns);
}

async function readAll(id: string): Promise<boolean> {
  const isCurrent = beginTurn(id);
  const { table, tableIndex, settings } = jobById(id)!;
  const workspace = currentWorkspace();
  beginWork(id);
  const client = await clientOf(id);
  const rows = client.ok
    ? await client.value.read({
        table: tableIndex,
        prepared: table!.prepared,
        currency: settingsOf(workspace).currency,
        rates: settings.rates,
        stages: [...workspace.rows.stages.values()],
        stageMap: settings.stageMap,
      })
    : client;
  if (!isCurrent()) return false;
  if (!rows.ok) {
    refuse(id, rows.error);
    return false;
  }
  patchJob(id, { state: "ready", rows: rows.value });
  return true;
}

/** Reads again with another meaning of stages and stays where the person is. */
export async function changeStages(id: string, stageMap: ImportSettings["stageMap"]): Promise<void> {
  patchJob(id, { settings: { ...jobById(id)!.settings, stageMap }, plan: undefined });
  await readAll(id);
}

/** Plans against the book as it is now, in the worker, which is shown what it does not know of it. */
export async function makePlan(id: string): Promise<PlannedImport | null> {
  const isCurrent = beginTurn(id);
  const job = jobById(id)!;
  const basis: PlanBasis = { job, workspace: currentWorkspace(), today: useView.getState().today };
  beginWork(id);
  const client = await clientOf(id);
  const plan = client.ok
    ? await planWith(client.value, basis.workspace, {
        request: requestOf(job),
        onProgress: (share) => hearProgress(id, share),
      })
    : client;
  if (!isCurrent()) return null;
  if (!plan.ok) {
    refuse(id, plan.error);
    return null;
  }
  bases.set(id, basis);
  patchJob(id, { state: "ready", plan: plan.value });
  return plan.value;
}

/** Whether planning again would come to the plan that is there, and the worker still holds it. */
function isPlanned(id: string): boolean {
  const basis = bases.get(id);
  const job = jobById(id)!;
  return (
    basis !== undefined &&
    job.plan !== undefined &&
    basis.workspace === currentWorkspace() &&
    basis.today === useView.getState().today &&
    PLANNED_BY.every((field) => basis.job[field] === job[field])
  );
}

function requestOf(job: ImportJob): Omit<ImportRequest, "book" | "rows"> {
  const { prepared, headerRow, signature } = job.table!;
  const opened = job.opened!;
  const platform = currentPlatform();
  return {
    file: {
      name: job.name,
      size: opened.size,
      hash: opened.hash,
      encoding: opened.encoding,
      delimiter: opened.delimiter,
      sheet: opened.tables[job.tableIndex]?.sheet,
      headerRow,
    },
    source: prepared.source,
    object: prepared.object,
    columns: prepared.columns,
    mode: job.mode,
    batchId: platform.newId() as BatchId,
    at: new Date(platform.nowMs()).toISOString(),
    today: useView.getState().today,
    ownerChoices: { create: job.create, aliases: job.aliases },
    keepMappingAs: job.keepsMapping ? job.name : undefined,
    signature,
    rates: job.settings.rates,
  };
}

/** How often an import is planned anew because the book moved on while it was taken. */
const PLANS_AT_MOST = 3;

/** Commits the plan whole, made anew where the book or a choice has changed since. */
export async function importNow(id: string, planned = 1): Promise<void> {
  const plan = isPlanned(id) ? jobById(id)!.plan! : await makePlan(id);
  if (plan === null) return;
  const isCurrent = beginTurn(id);
  beginWork(id);
  const done = plan.writes ? await takeAndCommit(id, plan, isCurrent) : NOTHING;
  if (done === null) return;
  if (!done.ok) {
    patchJob(id, { state: "ready", problems: done.error });
    if (done.error[0] === MOVED_ON && planned < PLANS_AT_MOST) await importNow(id, planned + 1);
    return;
  }
  end(id);
  files.delete(id);
  patchJob(id, { state: "done", step: "result", plan, problems: [] });
  importStore.setState({ openId: id });
}

const NOTHING: Result<null> = ok(null);

/** Takes what was planned out of the worker and commits it; `null`: it was cancelled before. */
async function takeAndCommit(
  id: string,
  plan: PlannedImport,
  isCurrent: () => boolean,
): Promise<Result<null> | null> {
  const seen = bases.get(id)!.workspace;
  bases.delete(id);
  const draft = draftNow();
  const taken = await clients.get(id)!.take((change) => draft.add(change));
  if (!isCurrent()) return null;
  if (!taken.ok) return taken;
  beginWork(id, {}, "keeping");
  return commitImport(message("customer.import.label", { file: plan.batch.fileName }), {
    ...taken.value,
    seen,
    draft,
    onProgress: (share) => hearProgress(id, share),
  });
}

/** Stops what runs, at once; nothing has been written. The file stays, and reading can begin again; one that was not yet
 * open goes. */
export function cancelWork(id: string): void {
  const job = jobById(id);
  if (job?.state === "keeping") return;
  if (job?.table === undefined) return takeAway(id);
  beginTurn(id);
  end(id);
  patchJob(id, { state: "ready", step: "columns", rows: undefined, plan: undefined });
}

/** Takes a file away, unless it is being written. */
export function takeAway(id: string): void {
  if (jobById(id)?.state === "keeping") return;
  beginTurn(id);
  end(id);
  files.delete(id);
  importStore.setState(({ jobs, openId }) => ({
    jobs: jobs.filter((job) => job.id !== id),
    openId: openId === id ? null : openId,
  }));
}

/** Takes all files away that are done. */
export function clearDone(): void {
  importStore.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.state !== "done"), openId: null }));
}

function end(id: string): void {
  bases.delete(id);
  clients.get(id)?.end();
  clients.delete(id);
}
