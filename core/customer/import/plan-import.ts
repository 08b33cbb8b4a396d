import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { BatchId, MappingId, MemberId } from "../../base/id.ts";
import { nameKey } from "../../team/name-key.ts";
import type { Group } from "../../team/records.ts";
import { ownerIndex } from "../owner.ts";
import { relinkCustomers } from "./relink-customers.ts";
import type { Batch, Customer, ImportColumn, ImportObject, Mapping, Source, Stage } from "../records.ts";
import { TABLE_BY_OBJECT } from "../records.ts";
import type { DecidedColumn } from "./decide-columns.ts";
import { exportedOn } from "./exported-on.ts";
import { fileOwners } from "./file-owners.ts";
import type { FileOwner } from "./file-owners.ts";
import { findAbsent, hasNewAbsences } from "./find-absent.ts";
import type { ImportBook } from "./import-book.ts";
import type { ReadRows } from "./import-draft.ts";
import { ownerChanges } from "./owner-changes.ts";
import type { OwnerChoices } from "./owner-changes.ts";
import { planFacts } from "./plan-facts.ts";
import { planMembers } from "./plan-members.ts";
import { recordChanges } from "./record-changes.ts";

/** What is known of the file that rows came from, for the log of imports. */
export interface ImportedFile {
  readonly name: string;
  readonly size: number;
  /** SHA-256, hex. */
  readonly hash: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly sheet?: string | undefined;
  /** The header's line as the reader of the file counts it. */
  readonly headerRow: number;
}

export interface ImportRequest {
  readonly book: ImportBook;
  readonly file: ImportedFile;
  readonly source: Source;
  readonly object: ImportObject;
  readonly columns: readonly DecidedColumn[];
  readonly rows: ReadRows;
  readonly mode: Batch["mode"];
  readonly batchId: BatchId;
  /** ISO moment. */
  readonly at: string;
  readonly today: Day;
  readonly ownerChoices: OwnerChoices;
  /** Given: the columns are kept as a profile of this name. */
  readonly keepMappingAs?: string | undefined;
  readonly signature: string;
  readonly rates?: Readonly<Record<string, string>> | undefined;
}

/** What an import comes to: its record for the log, and the changes for one commit. Nothing new: no changes at all.
 * Rows that say nothing new are news all the same when the file leaves out other records than the one before it. */
export interface ImportPlan {
  readonly batch: Batch;
  /** All bad rows; the batch keeps the first thousand. */
  readonly bad: ReadRows["bad"];
  readonly owners: readonly FileOwner[];
  readonly createdMembers: readonly MemberId[];
  /** Groups that rows of members named and the team did not have. */
  readonly madeGroups: readonly Group[];
  /** Customers that rows named and the book did not hold. */
  readonly linkedCustomers: number;
  readonly changes: readonly Change[];
  /** Columns (by index) whose cells read both ways; how they were taken is in the batch. */
  readonly openColumns: readonly number[];
}

const KEPT_BAD_ROWS = 1000;

/** Plans an import against the book. `read` is always added + updated + unchanged + skipped + bad.
 * Yields the share that is done. */
export function* planImport(request: ImportRequest): Generator<number, ImportPlan> {
  const { object, rows } = request;
  const outcome =
    object === "members" ? planMembersFile(request) : yield* planFactsFile({ ...request, object });
  const isLookOnly = request.mode === "skip";
  const choices = isLookOnly ? { create: [], aliases: {} } : request.ownerChoices;
  const { book, source, today } = request;
  const members = ownerChanges({ book, rows, source, choices, today });
  const batch = makeBatch(request, outcome);
  const isNews = hasNewAbsences(batch, book.rows.batches.values());
  const written = isNews || outcome.changes.length > 0 || members.changes.length > 0;
  const stages = isLookOnly ? [] : newStages(request);
  const mapping = mappingOf(request);
  const changes: Change[] = [...members.changes, ...outcome.changes];
  if (written) {
    if (stages.length > 0) changes.push(putRecords("stages", stages));
    const recorded = recordChanges(book, changes, batch.id);
    if (recorded.length > 0) changes.push(putRecords("batchChanges", recorded));
    changes.push(putRecords("batches", [mapping === null ? batch : { ...batch, mappingId: mapping.id }]));
  }
  if (mapping !== null) changes.push(putRecords("mappings", [mapping]));
  const index = ownerIndex([...request.book.rows.members.values()]);
  return {
    batch,
    bad: outcome.bad,
    owners: fileOwners(rows.rowsByOwner, index).map((owner) => withMember(owner, members.idByName)),
    createdMembers: members.createdIds,
    madeGroups: outcome.changes.flatMap((change) =>
      change.op === "put" && change.table === "groups" ? (change.records as readonly Group[]) : [],
    ),
    linkedCustomers: outcome.linkedCustomers,
    changes,
    openColumns: request.columns.flatMap(({ open }, index) => (open === undefined ? [] : [index])),
  };
}

interface Outcome {
  readonly changes: readonly Change[];
  readonly bad: ReadRows["bad"];
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly linkedCustomers: number;
}

function planMembersFile(request: ImportRequest): Outcome {
  const { book, source, mode, today, rows } = request;
  const plan = planMembers({ book, source, mode, today, drafts: rows.members });
  return { ...plan, bad: [...rows.bad, ...plan.bad].toSorted((a, b) => a.line - b.line), linkedCustomers: 0 };
}

function* planFactsFile(
  request: ImportRequest & { readonly object: Exclude<ImportObject, "members"> },
): Generator<number, Outcome> {
  const { book, source, object, mode, batchId, rows, file, today } = request;
  const movedOn = exportedOn(file.name) ?? today;
  const plan = yield* planFacts({ book, source, object, mode, batchId, movedOn, drafts: rows.drafts });
  const changes: Change[] = [];
  if (plan.customers.length > 0) changes.push(putRecords("customers", plan.customers));
  if (plan.records.length > 0) changes.push(putRecords(TABLE_BY_OBJECT[object], plan.records));
  if (plan.twins.length > 0) changes.push(putRecords("twins", plan.twins));
  if (plan.stageEvents.length > 0) changes.push(putRecords("stageEvents", plan.stageEvents));
  if (object === "customers")
    changes.push(...relinkCustomers({ book, customers: plan.records as readonly Customer[] }));
  return { ...plan, changes, bad: rows.bad, linkedCustomers: plan.customers.length };
}

function makeBatch(request: ImportRequest, outcome: Outcome): Batch {
  const { file, rows, rates } = request;
  const { added, updated, unchanged, skipped, bad } = outcome;
  const exported = exportedOn(file.name);
  return {
    id: request.batchId,
    at: request.at,
    fileName: file.name.slice(0, 200),
    fileSize: file.size,
    fileHash: file.hash,
    source: request.source,
    object: request.object,
    encoding: file.encoding,
    delimiter: file.delimiter,
    ...(file.sheet === undefined ? {} : { sheet: file.sheet.slice(0, 200) }),
    headerRow: file.headerRow,
    columns: request.columns.map(plainColumn),
    mode: request.mode,
    rows: { read: rows.read, added, updated, unchanged, skipped: skipped + rows.voided, bad: bad.length },
    bad: bad.slice(0, KEPT_BAD_ROWS),
    ...(rates === undefined || Object.keys(rates).length === 0 ? {} : { rates }),
    ...(exported === null ? {} : { exportedOn: exported }),
    ...findAbsent({ ...request, named: namedBy(rows) }),
    undone: false,
  };
}

function* namedBy(rows: ReadRows): Generator<string> {
  for (const draft of rows.drafts) yield draft.id;
  yield* rows.passedIds;
}

/** A column as it is kept: without the question whether its dates were certain. */
function plainColumn(column: ImportColumn): ImportColumn {
  const { header, field, dateOrder, decimal, multiplier, prefix } = column;
  return {
    header,
    field,
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(multiplier === undefined ? {} : { multiplier }),
    ...(prefix === undefined ? {} : { prefix }),
  };
}

/** Stages of the file that the workspace does not know, after those of their source, in the order of the file. */
function newStages(request: ImportRequest): readonly Stage[] {
  const known = [...request.book.rows.stages.values()].filter((stage) => stage.source === request.source);
  const names = new Set(known.map((stage) => nameKey(stage.stage)));
  let order = known.reduce((highest, stage) => Math.max(highest, stage.order), 0);
  const added: Stage[] = [];
  for (const { stage, category, probability } of request.rows.stages) {
    if (names.has(nameKey(stage))) continue;
    names.add(nameKey(stage));
    order += 1;
    added.push({
      id: `${request.source}:${stage}`.slice(0, 200),
      source: request.source,
      stage,
      category,
      ...(probability === undefined ? {} : { probability: probability as Stage["probability"] }),
      order,
    } as Stage);
  }
  return added;
}

function mappingOf(request: ImportRequest): Mapping | null {
  if (request.keepMappingAs === undefined) return null;
  const { source, object, signature, file } = request;
  const known = [...request.book.rows.mappings.values()].find(
    (mapping) => mapping.signature === signature && mapping.object === object && mapping.source === source,
  );
  const next: Mapping = {
    id: known?.id ?? (`${request.batchId}:mapping` as MappingId),
    name: request.keepMappingAs.slice(0, 200),
    source,
    object,
    signature,
    columns: request.columns.map(plainColumn),
    encoding: file.encoding,
  };
  return next;
}

function withMember(owner: FileOwner, idByName: ReadonlyMap<string, MemberId>): FileOwner {
  const memberId = idByName.get(owner.name);
  return memberId === undefined ? owner : { ...owner, match: { kind: "member", memberId } };
}
