import type { AnyFact } from "../import/import-book.ts";
import type { Source, Twin, TwinTable } from "../records.ts";
import type { PlainRecord } from "./twin-record.ts";

/** Fields that one system must say together, for a mixture would contradict itself. */
const TOGETHER: Readonly<Partial<Record<TwinTable, readonly (readonly string[])[]>>> = {
  contacts: [["customerId", "customerName"]],
  deals: [
    ["category", "stage", "probability", "closedOn", "lossReason"],
    ["customerId", "customerName"],
  ],
  orders: [["customerId", "customerName"]],
  payments: [["customerId", "customerName"]],
  activities: [["customerId", "customerName"]],
  cases: [
    ["status", "closedOn"],
    ["customerId", "customerName"],
  ],
};

/** The kept record as its systems together say it: what was typed stays; of every other field the word of the first source
 * of `order` that says something holds. A deal's state is told by one system: another adds to it only where it knows the
 * deal in the same state. Each field knows who said it.
 * @example composeKept({ id: "a", name: "", source: "zoho", batchId: "b1" }, [{ id: "a", keptId: "a", table: "customers", source: "zoho", batchId: "b1", said: { name: "A" } }], ["zoho"]) // => { id: "a", source: "zoho", batchId: "b1", name: "A" }
 */
export function composeKept(kept: AnyFact, twins: readonly Twin[], order: readonly Source[]): PlainRecord {
  const own = twins.find((twin) => twin.id === kept.id)!;
  const before = kept as PlainRecord;
  const speakers = inOrder(twins, kept.id, order);
  const values: Record<string, unknown> = {};
  const by: Record<string, string> = {};
  const note = (field: string, writer: string) => {
    if (writer !== (own.batchId ?? "typed")) by[field] = writer;
  };
  const typed = typedFields(before);
  for (const field of typed) {
    if (before[field] !== undefined) values[field] = before[field];
    note(field, "typed");
  }
  const fields = new Set(speakers.flatMap(({ said }) => Object.keys(said)));
  for (const field of fields) {
    if (typed.has(field)) continue;
    const speaker = speakerOf(field, speakers, own.table);
    if (speaker === undefined) continue;
    values[field] = speaker.said[field];
    note(field, speaker.by?.[field] ?? speaker.batchId ?? "typed");
  }
  const { id, source, sourceId } = kept;
  const { batchId, line } = own;
  return {
    id,
    ...values,
    source,
    ...(sourceId === undefined ? {} : { sourceId }),
    ...(batchId === undefined ? {} : { batchId }),
    ...(line === undefined ? {} : { line }),
    ...(Object.keys(by).length === 0 ? {} : { by }),
  };
}

/** The fields of a record that were typed here, the emptied ones too.
 * @example [...typedFields({ id: "a", name: "A", source: "zoho", batchId: "b", by: { level: "typed" } })] // => ["level"]
 */
export function typedFields(record: AnyFact): ReadonlySet<string> {
  const marked = Object.keys(record.by ?? {}).filter((field) => record.by?.[field] === "typed");
  if (record.batchId !== undefined) return new Set(marked);
  const meta = new Set(["id", "source", "sourceId", "line", "by"]);
  const plain = Object.keys(record).filter(
    (field) => !meta.has(field) && (record.by?.[field] ?? "typed") === "typed",
  );
  return new Set([...marked, ...plain]);
}

/** Twins in the order in which they are heard; of one source the kept record's own row first.
 * @example inOrder([{ id: "b", source: "zoho" }, { id: "a", source: "fxiaoke" }], "b", ["fxiaoke", "zoho"]).map(({ id }) => id) // => ["a", "b"]
 */
export function inOrder(twins: readonly Twin[], keptId: string, order: readonly Source[]): readonly Twin[] {
  const rank = (twin: Twin) => order.indexOf(twin.source);
  return twins.toSorted((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    if (a.id === keptId || b.id === keptId) return a.id === keptId ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
}

/** The fields that one system must say together with a field, that one included.
 * @example spokenTogether("orders", "customerName") // => ["customerId", "customerName"]
 * @example spokenTogether("orders", "amount") // => ["amount"]
 */
export function spokenTogether(table: TwinTable, field: string): readonly string[] {
  return TOGETHER[table]?.find((names) => names.includes(field)) ?? [field];
}

function speakerOf(field: string, speakers: readonly Twin[], table: TwinTable): Twin | undefined {
  const says = (twin: Twin) => twin.said[field] !== undefined;
  const typed = speakers.find((twin) => says(twin) && twin.by?.[field] === "typed");
  if (typed !== undefined) return typed;
  const group = spokenTogether(table, field);
  const [head] = group as [string];
  if (group.length === 1) return speakers.find(says);
  const leader =
    speakers.find((twin) => twin.said[head] !== undefined) ??
    speakers.find((twin) => group.some((name) => twin.said[name] !== undefined));
  if (leader === undefined || says(leader)) return leader;
  if (head !== "category") return undefined;
  return speakers.find((twin) => says(twin) && twin.said[head] === leader.said[head]);
}
