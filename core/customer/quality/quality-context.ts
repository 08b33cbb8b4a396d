import type { Day } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import type { Member } from "../../team/records.ts";
import { nameKey } from "../../team/name-key.ts";
import { DEFAULT_STAGES } from "../locales/import-stages.ts";
import type { ImportBook } from "../import/import-book.ts";
import { ownerIndex } from "../owner.ts";
import type { OwnerIndex } from "../owner.ts";
import type { Batch, Deal, ImportObject, Source, Stage } from "../records.ts";
import { isFixList } from "./source-columns.ts";

/** What is looked through. A workspace is one. */
export interface QualityBook {
  readonly rows: Pick<ImportBook["rows"], "members" | "stages" | "batches">;
  readonly facts: Pick<ImportBook["facts"], "customers" | "contacts" | "deals" | "orders">;
}

/** What the finders look at beside the record itself, prepared once. */
export interface QualityContext {
  readonly today: Day;
  readonly owners: OwnerIndex;
  readonly leftIds: ReadonlySet<MemberId>;
  readonly batches: ReadonlyMap<string, Batch>;
  /** The stage of a deal in the map of its source, also one that the source brings along. */
  stageOf(deal: Pick<Deal, "source" | "stage">): Pick<Stage, "category" | "probability"> | undefined;
  /** Whether a source's files speak of a field; without any file of that kind, they may. */
  isSpoken(source: Source, object: ImportObject, field: string): boolean;
  /** How many customers of a source bear a name, as `nameKey` prints it. */
  sharing(source: Source, key: string): number;
}

interface Memo {
  readonly parts: readonly unknown[];
  readonly context: QualityContext;
}
const known = new WeakMap<object, Memo>();

/** Prepares what the finders look at; the same object for the same members, stages, batches, customers' names and day.
 * @example qualityContext({ rows: { members: new Map(), stages: new Map(), batches: new Map() }, facts: { customers: { pages: [] } } }, "2026-11-25").leftIds.size // => 0
 */
export function qualityContext(
  book: { readonly rows: QualityBook["rows"]; readonly facts: Pick<QualityBook["facts"], "customers"> },
  today: Day,
): QualityContext {
  const { members, stages, batches } = book.rows;
  const names = nameCounts(book.facts.customers.pages);
  const parts = [stages, batches, names, today];
  const memo = known.get(members);
  if (memo && memo.parts.every((part, at) => part === parts[at])) return memo.context;
  const context = makeContext({ members: [...members.values()], stages, batches, names, today });
  known.set(members, { parts, context });
  return context;
}

function makeContext(from: {
  readonly members: readonly Member[];
  readonly stages: ReadonlyMap<string, Stage>;
  readonly batches: ReadonlyMap<string, Batch>;
  readonly names: NameCounts;
  readonly today: Day;
}): QualityContext {
  const { members, batches, names, today } = from;
  const left = members.filter(({ leftOn }) => leftOn !== undefined && leftOn <= today);
  const stageByKey = stagesByKey(from.stages);
  const spoken = spokenFields(batches);
  return {
    today,
    owners: ownerIndex(members),
    leftIds: new Set(left.map(({ id }) => id)),
    batches,
    stageOf: ({ source, stage }) => stageByKey.get(source)?.get(keyOf(stage ?? "")),
    isSpoken: (source, object, field) => spoken.get(`${source}/${object}`)?.has(field) ?? true,
    sharing: (source, key) => names.get(source)?.get(key) ?? 0,
  };
}

const keys = new Map<string, string>();

/** Books have few stages in many deals. */
function keyOf(stage: string): string {
  const found = keys.get(stage);
  if (found !== undefined) return found;
  const key = nameKey(stage);
  if (keys.size < 5000) keys.set(stage, key);
  return key;
}

type StageMap = Map<Source, Map<string, Pick<Stage, "category" | "probability">>>;

function stagesByKey(stages: ReadonlyMap<string, Stage>): StageMap {
  const bySource: StageMap = new Map();
  for (const [source, defaults] of Object.entries(DEFAULT_STAGES)) {
    const byKey = new Map(defaults.map(([stage, category]) => [nameKey(stage), { category }]));
    bySource.set(source as Source, byKey);
  }
  for (const stage of stages.values()) {
    const byKey = bySource.get(stage.source) ?? new Map();
    bySource.set(stage.source, byKey.set(nameKey(stage.stage), stage));
  }
  return bySource;
}

function spokenFields(batches: ReadonlyMap<string, Batch>): ReadonlyMap<string, ReadonlySet<string>> {
  const spoken = new Map<string, Set<string>>();
  for (const batch of batches.values()) {
    const { source, object, columns, undone } = batch;
    if (undone || isFixList(batch)) continue;
    const key = `${source}/${object}`;
    const fields = spoken.get(key) ?? new Set();
    spoken.set(key, fields);
    for (const { field } of columns) if (field !== null) fields.add(field);
  }
  return spoken;
}

type NameCounts = ReadonlyMap<Source, ReadonlyMap<string, number>>;
const countsByPages = new WeakMap<object, NameCounts>();
const namesByRows = new WeakMap<object, readonly (readonly [Source, string])[]>();
let last: { readonly names: readonly unknown[]; readonly counts: NameCounts } | null = null;

/** The same object as long as no customer is renamed, added or removed: most edits leave the names alone. */
function nameCounts(pages: QualityBook["facts"]["customers"]["pages"]): NameCounts {
  const found = countsByPages.get(pages);
  if (found) return found;
  const names = pages.flatMap(({ rows }) => pageNames(rows));
  const before = last;
  const isSame =
    before?.names.length === names.length && names.every((name, at) => sameName(name, before.names[at]));
  const counts = isSame && before ? before.counts : countNames(names);
  last = { names, counts };
  countsByPages.set(pages, counts);
  return counts;
}

function pageNames(rows: readonly { readonly source: Source; readonly name: string }[]) {
  const found = namesByRows.get(rows);
  if (found) return found;
  const names = rows.map(({ source, name }) => [source, nameKey(name)] as const);
  namesByRows.set(rows, names);
  return names;
}

function sameName(name: readonly [Source, string], other: unknown): boolean {
  if (name === other) return true;
  const [source, key] = other as readonly [Source, string];
  return name[0] === source && name[1] === key;
}

function countNames(names: readonly (readonly [Source, string])[]): NameCounts {
  const counts = new Map<Source, Map<string, number>>();
  for (const [source, key] of names) {
    const byKey = counts.get(source) ?? new Map<string, number>();
    counts.set(source, byKey);
    byKey.set(key, (byKey.get(key) ?? 0) + 1);
  }
  return counts;
}
