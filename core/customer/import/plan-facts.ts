import type { Day } from "../../base/day.ts";
import type { BatchId, CustomerId } from "../../base/id.ts";
import { isSame } from "../../base/same.ts";
import { nameKey } from "../../team/name-key.ts";
import { FOLLOWING_TABLES } from "../match/fact-prints.ts";
import type { FollowingFact } from "../match/fact-prints.ts";
import { FactSlots } from "../match/fact-slots.ts";
import { TwinWords } from "../match/twin-words.ts";
import { keptIdOf } from "../match/twin-record.ts";
import type { Batch, Customer, Deal, ImportObject, Source, StageEvent, Twin } from "../records.ts";
import { CustomerLinks } from "./customer-links.ts";
import { factId } from "./fact-id.ts";
import { factsById } from "./import-book.ts";
import type { AnyFact, ImportBook } from "./import-book.ts";
import type { Draft, Mention } from "./import-draft.ts";
import { StageMoves } from "./stage-moves.ts";

/** What an import of facts would do to the book. */
export interface FactPlan {
  /** Facts to write, added and updated. */
  readonly records: readonly AnyFact[];
  /** Customers that rows name and the book does not hold. */
  readonly customers: readonly Customer[];
  /** What the file says of records that another system holds too. */
  readonly twins: readonly Twin[];
  /** Moves of deals from stage to stage. */
  readonly stageEvents: readonly StageEvent[];
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
}

export interface PlanInput {
  readonly book: Pick<ImportBook, "facts"> & {
    readonly rows: Pick<ImportBook["rows"], "settings" | "matchVerdicts">;
  };
  readonly source: Source;
  readonly object: Exclude<ImportObject, "members">;
  readonly drafts: readonly Draft[];
  readonly mode: Batch["mode"];
  readonly batchId: BatchId;
  /** When a deal moved whose row does not say: the day of the export, else today. */
  readonly movedOn: Day;
}

const SLICE = 1000;
/** Fields that are not what the file says. */
const META = new Set(["id", "source", "sourceId", "batchId", "line", "by", "credits"]);

/** Compares drafts with what is known and decides each: added, updated, unchanged or skipped.
 * An empty cell keeps what is known; fields marked "typed" stay; a row that says nothing new is not written.
 * Yields the share that is done.
 * @example planFacts({ book: { facts: { customers: { pages: [] }, orders: { pages: [] }, twins: { pages: [] } } }, source: "generic", object: "orders", drafts: [], mode: "upsert", batchId: "b", movedOn: "2026-01-01" }).next().value.added // => 0
 */
export function* planFacts(input: PlanInput): Generator<number, FactPlan> {
  const planner = new Planner(input);
  for (const [index, draft] of input.drafts.entries()) {
    if (index % SLICE === 0) yield index / input.drafts.length;
    planner.plan(draft);
  }
  return planner.finish();
}

class Planner {
  readonly #input: PlanInput;
  readonly #existing: ReadonlyMap<string, AnyFact>;
  readonly #links: CustomerLinks;
  readonly #deals: Targets;
  readonly #orders: Targets;
  readonly #twins: TwinWords;
  readonly #moves: StageMoves;
  /** What other systems tell of that this file may tell again. */
  readonly #sure: FactSlots | null;
  readonly #records: AnyFact[] = [];
  readonly #counts = { added: 0, updated: 0, unchanged: 0, skipped: 0 };

  constructor(input: PlanInput) {
    this.#input = input;
    this.#existing = factsById(input.book, input.object);
    this.#links = new CustomerLinks(input.book, input.source, input.batchId);
    this.#deals = new Targets(input, "deals");
    this.#orders = new Targets(input, "orders");
    this.#twins = new TwinWords(input.book, input.object);
    this.#moves = new StageMoves(input);
    this.#sure = sureSlots(input, this.#existing);
  }

  plan(draft: Draft): void {
    const known = this.#twins.recordOf(draft.id) ?? this.#existing.get(draft.id);
    const { mode } = this.#input;
    if (mode === "skip" || (known ? mode === "add" : mode === "update")) this.#counts.skipped += 1;
    else if (known) this.#update(known, draft);
    else this.#add(draft);
  }

  finish(): FactPlan {
    const { twins, kept } = this.#twins.finish();
    for (const { before, after } of this.#input.object === "deals" ? kept : [])
      this.#noteMove(before, after, isSame(before["modifiedOn"], after["modifiedOn"]) ? undefined : after);
    return {
      records: [...this.#records, ...kept.map(({ after }) => after)],
      twins,
      customers: this.#links.added,
      stageEvents: this.#moves.events,
      ...this.#counts,
    };
  }

  #add(draft: Draft): void {
    const { source, batchId } = this.#input;
    this.#counts.added += 1;
    const record = {
      id: draft.id,
      ...REQUIRED_TEXTS[this.#input.object],
      ...draft.defaults,
      ...draft.fields,
      ...this.#linksOf(draft, undefined),
      source,
      ...(draft.sourceId === undefined ? {} : { sourceId: draft.sourceId }),
      batchId,
      line: draft.line,
    } as AnyFact;
    const same = this.#sure?.take(record as FollowingFact);
    if (same === undefined) this.#records.push(record);
    else this.#twins.join(same, record);
  }

  #update(known: AnyFact, draft: Draft): void {
    const before = known as unknown as Readonly<Record<string, unknown>>;
    const said = { ...defaultsToTake(before, draft), ...draft.fields, ...this.#linksOf(draft, before) };
    const next: Record<string, unknown> = { ...before };
    let isChanged = false;
    for (const [field, value] of Object.entries(said)) {
      if (known.by?.[field] === "typed" || isSame(before[field], value)) continue;
      next[field] = value;
      isChanged = true;
    }
    if (!isChanged) {
      this.#counts.unchanged += 1;
      return;
    }
    this.#counts.updated += 1;
    const by = provenanceOf(known, said, { next, batchId: this.#input.batchId });
    delete next["by"];
    const written = {
      ...next,
      batchId: this.#input.batchId,
      line: draft.line,
      ...(by === null ? {} : { by }),
    };
    if (this.#twins.take(written as unknown as AnyFact)) return;
    this.#records.push(written as unknown as AnyFact);
    if (this.#input.object === "deals") this.#noteMove(known, written, draft.fields);
  }

  #noteMove(before: object, after: object, said: Readonly<Record<string, unknown>> | undefined): void {
    this.#moves.note(before as Deal, after as Deal, said?.["modifiedOn"] as Day | undefined);
  }

  #linksOf(draft: Draft, before: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> {
    const links: Record<string, unknown> = {};
    if (draft.customer !== undefined) {
      const customerId = this.#customerOf(draft.customer, draft.line, before);
      if (customerId !== undefined) links["customerId"] = customerId;
      const { sourceId } = draft.customer;
      const known = before?.["customerName"];
      const isUnnamed =
        draft.fields["customerName"] === undefined && (known === undefined || known === sourceId);
      // A file may give the customer's id alone: the book knows the name, or will.
      if (isUnnamed && sourceId !== undefined)
        links["customerName"] = this.#links.nameOf(customerId) ?? sourceId;
    }
    const dealId = draft.deal === undefined ? undefined : this.#deals.find(draft.deal);
    if (dealId !== undefined) links["dealId"] = dealId;
    if (this.#input.object === "activities" && draft.customer === undefined && draft.deal !== undefined) {
      const customerId = dealId === undefined ? this.#links.find(draft.deal) : this.#deals.customerOf(dealId);
      if (customerId !== undefined) links["customerId"] = customerId;
    }
    const orderId = draft.order === undefined ? undefined : this.#orders.find(draft.order);
    if (orderId !== undefined) links["orderId"] = orderId;
    return links;
  }

  /** A row that still names its customer alike stays with the customer it has. */
  #customerOf(
    mention: Mention,
    line: number,
    before: Readonly<Record<string, unknown>> | undefined,
  ): unknown {
    const linked = before?.["customerId"];
    const isSameName =
      mention.sourceId === undefined &&
      nameKey(String(before?.["customerName"] ?? "")) === nameKey(mention.name ?? "");
    return linked !== undefined && isSameName ? linked : this.#links.findOrAdd(mention, line);
  }
}

function sureSlots(
  { book, object, source }: PlanInput,
  existing: ReadonlyMap<string, AnyFact>,
): FactSlots | null {
  const table = FOLLOWING_TABLES.find((one) => one === object);
  if (table === undefined) return null;
  const slots = new FactSlots(book, table);
  for (const fact of existing.values()) if (fact.source !== source) slots.open(fact as FollowingFact);
  return slots;
}

/** Texts that a record must have and a row may leave out. */
const REQUIRED_TEXTS: Readonly<Record<PlanInput["object"], Readonly<Record<string, string>>>> = {
  deals: { name: "" },
  customers: {},
  contacts: {},
  orders: { number: "" },
  payments: {},
  activities: { kind: "", text: "" },
  cases: { kind: "", status: "" },
  products: {},
  "stage-history": {},
  answers: { scale: "csat" },
};

/** A stage's own probability is taken where none is known or the stage has moved. */
function defaultsToTake(
  before: Readonly<Record<string, unknown>>,
  draft: Draft,
): Readonly<Record<string, unknown>> {
  const hasMoved = draft.fields["stage"] !== undefined && draft.fields["stage"] !== before["stage"];
  const taken = Object.entries(draft.defaults ?? {}).filter(
    ([field]) => hasMoved || before[field] === undefined,
  );
  return Object.fromEntries(taken);
}

/** Who wrote each field that this batch does not speak of: the batch before, another one, or the manager. */
function provenanceOf(
  known: AnyFact,
  said: Readonly<Record<string, unknown>>,
  after: { readonly next: Readonly<Record<string, unknown>>; readonly batchId: BatchId },
): Record<string, string> | null {
  const by: Record<string, string> = {};
  // A field that the manager emptied is not there, but stays theirs.
  const emptied = Object.keys(known.by ?? {}).filter((field) => known.by?.[field] === "typed");
  for (const field of new Set([...Object.keys(after.next), ...emptied])) {
    if (META.has(field) && field !== "credits") continue;
    const writer = known.by?.[field] ?? known.batchId ?? "typed";
    const isSaid = Object.hasOwn(said, field) && writer !== "typed";
    if (!isSaid && writer !== after.batchId) by[field] = writer;
  }
  return Object.keys(by).length === 0 ? null : by;
}

/** Deals or orders that other rows may name, by id or by a name that only one bears. */
class Targets {
  readonly #input: PlanInput;
  readonly #object: "deals" | "orders";
  #ids: ReadonlyMap<string, AnyFact> | null = null;
  #idByName: ReadonlyMap<string, string | null> | null = null;

  constructor(input: PlanInput, object: "deals" | "orders") {
    this.#input = input;
    this.#object = object;
  }

  find(mention: Mention): string | undefined {
    this.#ids ??= factsById(this.#input.book, this.#object);
    const id = factId(this.#input.source, this.#object, mention.sourceId ?? "");
    if (this.#ids.has(id)) return id;
    const keptId = keptIdOf(this.#input.book, id);
    if (keptId !== undefined) return keptId;
    this.#idByName ??= this.#indexNames(this.#ids);
    return this.#idByName.get(nameKey(mention.name ?? "")) ?? undefined;
  }

  /** The customer of a record that `find` has found. */
  customerOf(id: string): CustomerId | undefined {
    return (this.#ids?.get(id) as { readonly customerId?: CustomerId } | undefined)?.customerId;
  }

  #indexNames(facts: ReadonlyMap<string, AnyFact>): ReadonlyMap<string, string | null> {
    const idByName = new Map<string, string | null>();
    const add = (name: string, id: string) => {
      const key = nameKey(name);
      idByName.set(key, idByName.has(key) && idByName.get(key) !== id ? null : id);
    };
    for (const fact of facts.values()) {
      const { name, number } = fact as AnyFact & { readonly name?: string; readonly number?: string };
      add(name ?? number ?? "", fact.id);
    }
    for (const page of this.#input.book.facts.twins.pages)
      for (const twin of page.rows) if (twin.table === this.#object) add(twin.name, twin.keptId);
    return idByName;
  }
}
