import { putRecords, removeRecords, setFields } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import type { ImportBook } from "../import/import-book.ts";
import type { MatchVerdict, Twin, TwinTable } from "../records.ts";
import { composeKept } from "./compose-kept.ts";
import { followingPairs } from "./following-pairs.ts";
import { LINKS_TO, factsWhere } from "./linked-facts.ts";
import type { LinkField } from "./linked-facts.ts";
import { MatchDraft } from "./match-draft.ts";
import { sourceOrder } from "./source-order.ts";
import { verdictId } from "./verdict-id.ts";

/** What matching reads. A workspace is one. */
export interface MatchBook {
  readonly rows: ImportBook["rows"] & { readonly matchVerdicts: ReadonlyMap<string, MatchVerdict> };
  readonly facts: ImportBook["facts"];
}

/** Two records of one table. */
export interface RecordPair {
  readonly table: TwinTable;
  readonly ids: readonly [string, string];
}

/** Makes one record of each pair. The record of the leading source is kept; the other becomes a twin that keeps its own
 * words, and so does the kept record's own system. All that hung on the other hangs on the kept one, and what both systems
 * surely say of it once is once in the book, as `followingPairs` finds it. Pairs that share a record join. A pair that was called different before is the same from now on. Refuses a record that is gone.
 * @example matchRecords({ rows: { settings: new Map() }, facts: { customers: { pages: [] }, twins: { pages: [] } } }, [{ table: "customers", ids: ["a", "b"] }]).ok // => false
 */
export function matchRecords(book: MatchBook, pairs: readonly RecordPair[]): Result<readonly Change[]> {
  const drafts = new Map<TwinTable, MatchDraft>();
  const join = ({ table, ids }: RecordPair) => {
    const draft = drafts.get(table) ?? new MatchDraft(book, table);
    drafts.set(table, draft);
    return draft.join(ids);
  };
  if (!pairs.every(join)) return fail([{ message: message("customer.problem.gone") }]);
  const moves = movesOf([...drafts.values()]);
  for (const pair of followingPairs(book, moves)) join(pair);
  const done = [...drafts.values()].map((draft) => joinedChanges(book, draft, moves));
  const touched = new Set(done.flatMap((one) => one.touched));
  const revoked = pairs
    .map(({ table, ids }) => verdictId(table, ids))
    .filter((id) => book.rows.matchVerdicts.has(id));
  return ok([
    ...done.flatMap((one) => one.changes),
    ...movedFacts(book, moves, touched),
    ...movedTwins(book, moves, touched),
    ...(revoked.length > 0 ? [removeRecords("matchVerdicts", revoked)] : []),
  ]);
}

/** Field → id that went → id that stands for it. */
type Moves = ReadonlyMap<LinkField, ReadonlyMap<string, string>>;

function movesOf(drafts: readonly MatchDraft[]): Moves {
  const moves = new Map<LinkField, ReadonlyMap<string, string>>();
  for (const draft of drafts) {
    const link = LINKS_TO[draft.table];
    const kept = draft.keptById();
    if (link && kept.size > 0) moves.set(link.field, kept);
  }
  return moves;
}

function joinedChanges(
  book: MatchBook,
  draft: MatchDraft,
  moves: Moves,
): { readonly changes: readonly Change[]; readonly touched: readonly string[] } {
  const { table } = draft;
  const gone = [...draft.keptById().keys()];
  if (gone.length === 0) return { changes: [], touched: [] };
  const order = sourceOrder(book);
  const kept = [...draft.twins].map(([id, twins]) => {
    const rows = twins.map((twin) => movedTwin(twin, moves));
    return { rows, record: composeKept(movedFields(draft.record(id), moves), rows, order) };
  });
  const rows = kept.flatMap((one) => one.rows);
  const records = kept.map((one) => one.record);
  return {
    changes: [putRecords("twins", rows), putRecords(table, records), removeRecords(table, gone)],
    touched: [...rows, ...records].map(({ id }) => id).concat(gone),
  };
}

/** What hangs on a record that went and was not joined itself. */
function movedFacts(book: MatchBook, moves: Moves, touched: ReadonlySet<string>): readonly Change[] {
  return Object.values(LINKS_TO).flatMap((link) => {
    const moved = link === null ? undefined : moves.get(link.field);
    if (link === null || moved === undefined) return [];
    const { field } = link;
    return link.from.flatMap((table) =>
      factsWhere(book, table, (fact) => moved.has(fact[field] ?? "") && !touched.has(fact.id)).map((fact) =>
        setFields(table, fact.id, { [field]: moved.get(fact[field]!) } as object),
      ),
    );
  });
}

function movedTwins(book: MatchBook, moves: Moves, touched: ReadonlySet<string>): readonly Change[] {
  if (moves.size === 0) return [];
  const rows = book.facts.twins.pages.flatMap((page) =>
    page.rows.flatMap((twin) => {
      const moved = movedTwin(twin, moves);
      return moved === twin || touched.has(twin.id) ? [] : [moved];
    }),
  );
  return rows.length === 0 ? [] : [putRecords("twins", rows)];
}

function movedTwin(twin: Twin, moves: Moves): Twin {
  const said = movedFields(twin.said, moves);
  return said === twin.said ? twin : { ...twin, said };
}

function movedFields<T extends object>(fields: T, moves: Moves): T {
  const linked = fields as Partial<Record<LinkField, string>>;
  const moved = [...moves].flatMap(([field, keptById]) => {
    const to = keptById.get(linked[field] ?? "");
    return to === undefined ? [] : [[field, to] as const];
  });
  return moved.length === 0 ? fields : { ...fields, ...Object.fromEntries(moved) };
}
