import type { AnyRecord } from "../../base/change.ts";
import { FACT_TABLES, ROW_TABLES, parseSubjectKey } from "../../base/id.ts";
import type { FactRef, RecordRef, TableName } from "../../base/id.ts";

/** Fields that hold another record's id, whatever the table, and its table. */
export const TABLE_BY_FIELD: Readonly<Record<string, TableName>> = {
  memberId: "members",
  memberIds: "members",
  askedIds: "members",
  leaderId: "members",
  standInId: "members",
  ownerId: "members",
  remedyOwnerId: "members",
  groupId: "groups",
  dutyId: "duties",
  skillId: "skills",
  skillIds: "skills",
  kpiId: "kpis",
  kpiIds: "kpis",
  customerId: "customers",
  dealId: "deals",
  dealIds: "deals",
  orderId: "orders",
  batchId: "batches",
  courseId: "courses",
  sessionId: "trainingSessions",
  seriesId: "meetingSeries",
  meetingId: "meetings",
  practiceId: "practices",
  reviewId: "reviews",
};

/** What is kept as it was said at the time, whatever has become of those it names. */
const SNAPSHOTS: ReadonlySet<TableName> = new Set([
  "statements",
  "reviewSnapshots",
  "promotions",
  "batchChanges",
]);
const FACTS: ReadonlySet<string> = new Set(FACT_TABLES);
const TABLES: ReadonlySet<string> = new Set([...ROW_TABLES, ...FACT_TABLES]);

/** The records that a record points at, as their ids stand in it: by the names of its fields, by subjects, and in the lists
 * inside it. Snapshots point at nothing but their own member, for what they say is history.
 * @example referencesOf("memberships", { id: "x", memberId: "m1", groupId: "g1" }) // => [{ table: "members", id: "m1" }, { table: "groups", id: "g1" }]
 */
export function referencesOf(table: TableName, record: AnyRecord): readonly (RecordRef | FactRef)[] {
  const found: (RecordRef | FactRef)[] = [];
  collect(record as unknown as Fields, SNAPSHOTS.has(table) ? 0 : FACTS.has(table) ? 1 : 3, found);
  if (table === "twins") {
    const { table: of, keptId } = record as AnyRecord & {
      readonly table: FactRef["table"];
      readonly keptId: string;
    };
    found.push({ table: of, id: keptId });
  }
  return found;
}

type Fields = Readonly<Record<string, unknown>>;

function collect(fields: Fields, depth: number, found: (RecordRef | FactRef)[]): void {
  for (const field in fields) {
    const value = fields[field];
    if (typeof value === "string") collectText(field, value, found);
    else if (depth > 0 && typeof value === "object" && value !== null) {
      if (Array.isArray(value)) collectList(field, value, { depth, found });
      else if (field !== "by" && field !== "said") collect(value as Fields, depth - 1, found);
    }
  }
}

function collectText(field: string, value: string, found: (RecordRef | FactRef)[]): void {
  const table = Object.hasOwn(TABLE_BY_FIELD, field) ? TABLE_BY_FIELD[field] : undefined;
  if (table !== undefined) found.push({ table, id: value } as RecordRef);
  else if (field === "subject" || field === "subjects") found.push(...subjectOf(value));
}

function collectList(
  field: string,
  list: readonly unknown[],
  into: { readonly depth: number; readonly found: (RecordRef | FactRef)[] },
): void {
  for (const one of list) {
    if (typeof one === "string") collectText(field, one, into.found);
    else if (typeof one === "object" && one !== null) collect(one as Fields, into.depth - 1, into.found);
  }
}

function subjectOf(key: string): readonly RecordRef[] {
  if (!key.startsWith("member:") && !key.startsWith("group:")) return [];
  const subject = parseSubjectKey(key);
  if (subject.kind === "member") return [{ table: "members", id: subject.id }];
  return subject.kind === "group" ? [{ table: "groups", id: subject.id }] : [];
}

/** Whether a word names a table.
 * @example isTableName("deals") // => true
 */
export function isTableName(name: string): name is TableName {
  return TABLES.has(name);
}
