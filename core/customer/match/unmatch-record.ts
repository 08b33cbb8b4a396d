import { putRecords, removeRecords, setFields } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import { factsById } from "../import/import-book.ts";
import type { AnyFact } from "../import/import-book.ts";
import { TWIN_TABLES } from "../records.ts";
import type { Source, Twin, TwinTable } from "../records.ts";
import { callDifferent } from "./call-different.ts";
import { composeKept } from "./compose-kept.ts";
import { FOLLOWING_TABLES } from "./fact-prints.ts";
import { LINKS_TO, belongsToTwin, factsWhere } from "./linked-facts.ts";
import type { LinkField } from "./linked-facts.ts";
import type { MatchBook } from "./match-records.ts";
import { isFollowing, releasedFacts } from "./released-facts.ts";
import { sourceOrder } from "./source-order.ts";
import { recordOfTwin, twinsByKept } from "./twin-record.ts";
import type { PlainRecord } from "./twin-record.ts";

/** Makes a twin a record of its own again, with what its system says of it now. What came from its system and hung on the
 * kept record goes back to it; where that system holds several records of the same thing, what names it. Payments, activities
 * and cases that followed are two again. The two are called
 * different, so that they are not offered again. Refuses a twin that is gone.
 * @example unmatchRecord({ facts: { twins: { pages: [] } } }, { twinId: "b", today: "2026-03-02" }).ok // => false
 */
export function unmatchRecord(
  book: MatchBook,
  input: { readonly twinId: string; readonly today: Day },
): Result<readonly Change[]> {
  const split = splitOf(book, input.twinId);
  if (split === null) return fail([{ message: message("customer.problem.gone") }]);
  const { twin, kept, others } = split;
  const { table } = twin;
  const gone = others.length === 1 ? [twin.id, kept.id] : [twin.id];
  const order = sourceOrder(book);
  return ok([
    removeRecords("twins", gone),
    putRecords(table, [composeKept(withoutTypedOf(kept, split), others, order), recordOfTwin(twin)]),
    ...returned(book, split, order),
    ...callDifferent([{ table, ids: [kept.id, twin.id] }], input.today),
  ]);
}

interface Split {
  readonly twin: Twin;
  readonly kept: AnyFact;
  /** The kept record's twins but this one. */
  readonly others: readonly Twin[];
}

function splitOf(book: MatchBook, twinId: string): Split | null {
  const twin = book.facts.twins.pages.flatMap((page) => page.rows).find(({ id }) => id === twinId);
  if (!twin || twin.keptId === twin.id) return null;
  const kept = factsById(book, twin.table).get(twin.keptId);
  if (!kept) return null;
  return {
    twin,
    kept,
    others: twinsByKept(book)
      .get(kept.id)!
      .filter(({ id }) => id !== twinId),
  };
}

/** What was typed on the twin before it was matched goes with it. */
function withoutTypedOf(kept: AnyFact, { twin, others }: Split): AnyFact {
  const own = others.find(({ id }) => id === kept.id);
  const by = Object.entries(kept.by ?? {}).filter(([field]) => {
    const isOfTwin =
      twin.by?.[field] === "typed" &&
      own?.by?.[field] !== "typed" &&
      isSame(twin.said[field], (kept as PlainRecord)[field]);
    return !isOfTwin;
  });
  return { ...kept, by: Object.fromEntries(by) };
}

function returned(book: MatchBook, split: Split, order: readonly Source[]): readonly Change[] {
  const { twin, kept, others } = split;
  const link = LINKS_TO[twin.table];
  if (link === null) return [];
  const { field } = link;
  const isBack = (fact: Parameters<typeof belongsToTwin>[0]) => belongsToTwin(fact, { field, twin, others });
  const matched = twinsByKept(book);
  const changes: Change[] = link.from.flatMap((table) =>
    factsWhere(book, table, (fact) => fact[field] === kept.id && !matched.has(fact.id) && isBack(fact)).map(
      (fact) => setFields(table, fact.id, { [field]: twin.id } as object),
    ),
  );
  const rows = book.facts.twins.pages.flatMap((page) =>
    page.rows.filter((row) => row.said[field] === kept.id && isBack(mentionOf(row))),
  );
  const gone = rows.map((row) => ({ ...row, said: { ...row.said, [field]: twin.id } }));
  const back = gone.filter((row) => !isFollowing(row.table, field));
  const released = FOLLOWING_TABLES.flatMap((table) => {
    const ofTable = gone.filter((row) => row.table === table && isFollowing(table, field));
    return releasedFacts(book, { table, back: ofTable }, order);
  });
  if (back.length > 0) changes.push(putRecords("twins", back));
  return [...changes, ...recomposed(book, { back, field }, order), ...released];
}

function mentionOf(row: Twin) {
  return {
    source: row.source,
    by: row.by,
    customerName: row.said["customerName"] as string | undefined,
  };
}

/** The kept records whose twins name another record now. */
function recomposed(
  book: MatchBook,
  of: { readonly back: readonly Twin[]; readonly field: LinkField },
  order: readonly Source[],
): readonly Change[] {
  const changedById = new Map(of.back.map((row) => [row.id, row]));
  return TWIN_TABLES.flatMap((table: TwinTable) => {
    const keptIds = new Set(of.back.filter((row) => row.table === table).map((row) => row.keptId));
    if (keptIds.size === 0) return [];
    const byId = factsById(book, table);
    const records = [...keptIds].map((id) => {
      const rows = twinsByKept(book)
        .get(id)!
        .map((row) => changedById.get(row.id) ?? row);
      return composeKept(byId.get(id)!, rows, order);
    });
    return [putRecords(table, records)];
  });
}
