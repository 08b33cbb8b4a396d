import { putRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import type { CustomerId, DealId, MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import type { Bilingual } from "../base/schema.ts";
import { addTyped } from "./add-typed.ts";
import { linkCustomer } from "./customer-choices.ts";
import type { TypedBook } from "./edit-customer.ts";
import { readTexts, writeFields } from "./edit-fields.ts";
import type { TypedTexts } from "./typed-fields.ts";
import { currencyOf } from "./import/import-book.ts";
import type { Deal, Source, Stage } from "./records.ts";
import { isSameStage } from "./stage-age.ts";
import { stageEvent } from "./stage-event.ts";
import { pipelineStages, stageMeaning } from "./stages.ts";

/** What every command on a deal is told. */
export interface DealInput {
  readonly id: DealId;
  readonly today: Day;
  /** In which the stages of a book without any are named. */
  readonly language: keyof Bilingual;
  /** The id of the customer that is added when the one typed is not in the book. */
  readonly newCustomerId: CustomerId;
}

/** Adds a deal from what was typed: name and stage are needed, won and lost ones need the day on which they were. The stage
 * says what the deal is (open, won, lost) and, where none was typed, its chance.
 * @example addDeal({ rows: { settings: new Map([["workspace", { currency: "CNY" }]]) } }, { texts: {} }).error.map((problem) => problem.field) // => ["name", "stage"]
 */
export function addDeal(
  book: TypedBook,
  input: DealInput & { readonly texts: TypedTexts; readonly ownerId: MemberId | null },
): Result<readonly Change[]> {
  return addTyped(book, { ...input, table: "deals" }, readDeal(book, input, null));
}

/** Changes a deal's fields; a change of stage brings its category and chance along and is kept as an event of stage history,
 * and reopening takes the closing day away.
 * @example editDeal({ facts: { deals: { pages: [] } } }, { id: "d1", texts: {} }).ok // => false
 */
export function editDeal(
  book: TypedBook,
  input: DealInput & { readonly texts: TypedTexts },
): Result<readonly Change[]> {
  const before = dealById(book, input.id);
  if (!before) return fail([{ message: message("customer.problem.gone") }]);
  const read = readDeal(book, input, before);
  if (!read.ok) return read;
  const written = writeFields("deals", before, read.value.fields);
  if (written.length === 0) return ok([]);
  const after = { ...before, ...read.value.fields } as Deal;
  const hasMoved = after.stage !== undefined && !isSameStage(after.stage, before.stage ?? "");
  const events = hasMoved ? [putRecords("stageEvents", [stageEvent(book, after, input.today)])] : [];
  return ok([...read.value.changes, ...written, ...events]);
}

function dealById(book: TypedBook, id: DealId): Deal | undefined {
  for (const { rows } of book.facts.deals.pages) {
    const found = rows.find((deal) => deal.id === id);
    if (found) return found;
  }
  return undefined;
}

/** Moves a deal to another stage. One that is won or lost by it is closed today, unless it was closed already.
 * @example moveDeal({ facts: { deals: { pages: [] } } }, { id: "d1", stage: "Won" }).ok // => false
 */
export function moveDeal(
  book: TypedBook,
  input: DealInput & { readonly stage: string },
): Result<readonly Change[]> {
  const before = dealById(book, input.id);
  if (!before) return fail([{ message: message("customer.problem.gone") }]);
  const { stage, language, today } = input;
  const { category } = stageMeaning(book, { source: before.source, stage, language });
  const wasClosed = before.category !== "open" && before.closedOn !== undefined;
  const isClosing = (category === "won" || category === "lost") && !wasClosed;
  return editDeal(book, { ...input, texts: { stage, ...(isClosing ? { closedOn: today } : {}) } });
}

interface ReadDeal {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly changes: readonly Change[];
}

function readDeal(
  book: TypedBook,
  input: DealInput & { readonly texts: TypedTexts },
  before: Deal | null,
): Result<ReadDeal> {
  const read = readTexts("deals", input.texts, currencyOf(book));
  if (!read.ok) return read;
  const { customer, ...plain } = read.value;
  const staged = withStage(book, input, { plain, before });
  const problems = dealProblems(staged, before, input);
  if (problems.length > 0) return fail(problems);
  const changes: Change[] = [];
  let fields: Readonly<Record<string, unknown>> = withoutOldClosing(staged, before);
  if (Object.hasOwn(input.texts, "customer")) {
    const link = linkCustomer(book.facts.customers, customer as string | undefined, input.newCustomerId);
    if (!link.ok) return link;
    fields = { ...fields, ...link.value.fields };
    changes.push(...link.value.changes);
  }
  const stages = typeof fields["stage"] === "string" ? stagesToKeep(book, input.language) : [];
  if (stages.length > 0) changes.unshift(putRecords("stages", stages));
  return ok({ fields, changes });
}

/** A stage of which no chance is known leaves the deal the one it has, unless that was the certainty of its end. */
function withStage(
  book: TypedBook,
  input: DealInput,
  of: { readonly plain: Readonly<Record<string, unknown>>; readonly before: Deal | null },
): Readonly<Record<string, unknown>> {
  const { plain, before } = of;
  if (typeof plain["stage"] !== "string") return plain;
  const source: Source = before?.source ?? "typed";
  const meaning = stageMeaning(book, { source, stage: plain["stage"], language: input.language });
  const isSame = meaning.category === before?.category;
  const probability = meaning.probability ?? (isSame ? before?.probability : undefined);
  return {
    ...plain,
    category: meaning.category,
    ...(plain["probability"] === undefined ? { probability } : {}),
  };
}

/** Only what was touched is judged: an imported deal may lack what a typed one must have. */
function dealProblems(
  fields: Readonly<Record<string, unknown>>,
  before: Deal | null,
  { today }: DealInput,
): readonly Problem[] {
  const after = { ...before, ...fields } as Deal;
  const isClosed = after.category === "won" || after.category === "lost";
  const problems: Problem[] = [];
  const refuse = (field: string, key: string, params = {}) =>
    problems.push({ field, message: message(key, params) });
  if (after.amount !== undefined && after.amount < 0 && Object.hasOwn(fields, "amount")) {
    refuse("amount", "customer.problem.negative", { field: message("customer.field.amount") });
  }
  const isTouched = Object.hasOwn(fields, "stage") || Object.hasOwn(fields, "closedOn");
  if (isTouched && isClosed && after.closedOn === undefined) {
    refuse("closedOn", "customer.problem.closing-day", { today: { day: today } });
  }
  if (fields["closedOn"] !== undefined && !isClosed) refuse("closedOn", "customer.problem.not-closed");
  else if (Object.hasOwn(fields, "closedOn") && after.closedOn !== undefined && after.closedOn > today) {
    refuse("closedOn", "customer.problem.closed-later", { today: { day: today } });
  }
  return problems;
}

/** A deal that is open again has no closing day. */
function withoutOldClosing(
  fields: Readonly<Record<string, unknown>>,
  before: Deal | null,
): Readonly<Record<string, unknown>> {
  const isReopened = fields["category"] === "open" && before !== null && before.category !== "open";
  return isReopened ? { ...fields, closedOn: undefined } : fields;
}

/** The typed stages that the book shows and does not keep yet: from now on they are its own, in the language they have. */
function stagesToKeep(book: TypedBook, language: keyof Bilingual): readonly Stage[] {
  return pipelineStages(book, language).filter(
    (stage) => stage.source === "typed" && stage.order < 100 && !book.rows.stages.has(stage.id),
  );
}
