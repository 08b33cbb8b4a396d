import type { AnyRecord } from "../../base/change.ts";
import type { TableName } from "../../base/id.ts";
import { isSame } from "../../base/same.ts";
import { TOGETHER } from "../merge/fields-together.ts";
import { CLASH, joinValue } from "./join-value.ts";

/** A record in three states; `undefined`: it was, or is, not there. */
export interface RecordVersions {
  readonly base: AnyRecord | undefined;
  readonly mine: AnyRecord;
  readonly now: AnyRecord | undefined;
}

/** What became of it: the record to be written, or the field that both changed, or that it is gone. */
export type RebasedRecord =
  | { readonly kind: "joined"; readonly record: AnyRecord }
  | { readonly kind: "clash"; readonly field: string }
  | { readonly kind: "gone" };

/** Values that are worked out of each other, across records too: what two have changed is looked at again. */
const WHOLE_TABLES: ReadonlySet<TableName> = new Set(["targets"]);

/** Lists that add up to a whole. */
const WHOLE_FIELDS: ReadonlySet<string> = new Set(["credits"]);

/** One record as it shall be after a change that saw an earlier state of it. A field that one side alone changed is taken; a
 * field that both changed is as it was said last, unless that would tear apart what belongs together. A record that
 * was removed meanwhile does not come back.
 * @example rebaseRecord("skills", { base: { id: "s", a: 1, b: 1 }, mine: { id: "s", a: 2, b: 1 }, now: { id: "s", a: 1, b: 3 } }) // => { kind: "joined", record: { id: "s", a: 2, b: 3 } }
 * @example rebaseRecord("skills", { base: { id: "s" }, mine: { id: "s", a: 2 }, now: undefined }) // => { kind: "gone" }
 */
export function rebaseRecord(table: TableName, versions: RecordVersions): RebasedRecord {
  const { base, mine, now } = versions;
  if (!now) return base ? { kind: "gone" } : { kind: "joined", record: mine };
  const states = { base: fieldsOf(base), mine: fieldsOf(mine), now: fieldsOf(now) };
  const torn = tornField(table, states);
  if (torn !== null) return { kind: "clash", field: torn };
  const joined: Record<string, unknown> = { id: mine.id };
  for (const field of new Set([...Object.keys(now), ...Object.keys(mine)])) {
    const value = joinValue({
      base: states.base[field],
      mine: states.mine[field],
      now: states.now[field],
    });
    if (value === CLASH) return { kind: "clash", field };
    if (value !== undefined) joined[field] = value;
  }
  return { kind: "joined", record: joined as unknown as AnyRecord };
}

type Fields = Readonly<Record<string, unknown>>;

interface States {
  readonly base: Fields;
  readonly mine: Fields;
  readonly now: Fields;
}

/** The first field that cannot be as both want it; `null` where none is. */
function tornField(table: TableName, states: States): string | null {
  const theirs = changed(states, "now");
  const mine = changed(states, "mine");
  const open = [...theirs].filter((field) => !isSame(states.mine[field], states.now[field]));
  if (WHOLE_TABLES.has(table)) return mine.size > 0 ? (open[0] ?? null) : null;
  const whole = open.find((field) => mine.has(field) && WHOLE_FIELDS.has(field));
  if (whole !== undefined) return whole;
  for (const group of TOGETHER) {
    if (!group.some((field) => mine.has(field))) continue;
    const left = open.find((field) => group.includes(field) && !mine.has(field));
    if (left !== undefined) return left;
  }
  return null;
}

function changed(states: States, side: "mine" | "now"): ReadonlySet<string> {
  const fields = new Set([...Object.keys(states.base), ...Object.keys(states[side])]);
  return new Set([...fields].filter((field) => !isSame(states.base[field], states[side][field])));
}

function fieldsOf(record: AnyRecord | undefined): Fields {
  return (record ?? {}) as unknown as Fields;
}
