import type { AnyRecord } from "../../base/change.ts";
import { isSame } from "../../base/same.ts";
import type { Stamp, Stamps } from "../../base/stamp.ts";
import { TOGETHER } from "./fields-together.ts";
import { knows } from "./seen.ts";
import type { Seen } from "./seen.ts";

/** A record as one copy has it. `null`: nobody has stamped it. */
export interface Held {
  readonly record: AnyRecord;
  readonly stamps: Stamps | null;
}

export type Side = "mine" | "theirs";

/** A field that both copies changed without knowing of each other. */
export interface FieldClash {
  readonly field: string;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
  /** The value in the common ancestor, where one was given. */
  readonly base?: unknown;
  readonly proposed: Side;
  /** Further fields that say one thing with this one and differ too: they are taken from the same side. */
  readonly others?: readonly FieldPair[];
}

/** A field as both copies have it. */
export interface FieldPair {
  readonly field: string;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
}

export interface FieldValue {
  /** `undefined`: the field is empty. */
  readonly value: unknown;
  /** "" where nobody has stamped it. */
  readonly stamp: Stamp | "";
}

/** What decides between two copies of a record. */
export interface JoinRule {
  readonly mineSeen: Seen;
  readonly theirsSeen: Seen;
  /** The record in the common ancestor that was given: `null` where it was not there, `undefined` without an ancestor. */
  readonly base?: AnyRecord | null | undefined;
  /** The one copy that is not a share, where the other is: what it has of a field that nobody changed is the whole of it. */
  readonly whole?: Side | undefined;
  /** Values that are decided by more than the two copies of this record, by field: no clash, with the later stamp of both. */
  readonly settled?: ReadonlyMap<string, unknown> | undefined;
}

export interface Joined extends Held {
  readonly clashes: readonly FieldClash[];
}

/** What an import notes for its own use goes by the clock without a word. */
const QUIET_FIELDS: ReadonlySet<string> = new Set(["batchId", "line", "order", "modifiedOn"]);

type Fields = Readonly<Record<string, unknown>>;

/** One record of two, field by field. With an ancestor a field that was changed on one side only is taken; else, and where
 * both changed it, the later stamp wins, and between equal stamps a value before none then the copy that is
 * no share, then the longer and the larger text. Fields that say one thing together (`TOGETHER`) are taken from one side.
 * A field that a copy leaves empty without ever having emptied it is not said by it. Who wrote a
 * field (`by`) goes with the field. A clash is a field that both changed to different values without knowing of each other.
 * The order of the two sides does not matter, nor does the order of several.
 * @example joinRecord({ record: { id: "s", a: 1 }, stamps: "0000000rs-0000-d1" }, { record: { id: "s", a: 2 }, stamps: "0000000rt-0000-d2" }, { mineSeen: new Map([["d1", "0000000rs-0000-d1"]]), theirsSeen: new Map([["d2", "0000000rt-0000-d2"]]) }).record // => { id: "s", a: 2 }
 */
export function joinRecord(mine: Held, theirs: Held, rule: JoinRule): Joined {
  const left = mine.record as unknown as Fields;
  const right = theirs.record as unknown as Fields;
  const fields: Record<string, unknown> = { id: mine.record.id };
  const stamps: Record<string, Stamp | ""> = {};
  const pairs = pairsOf(mine, theirs);
  const sides = new Map<string, -1 | 0 | 1>();
  for (const [field, order] of ordersOf(pairs, rule)) {
    const { mine: a, theirs: b } = pairs.get(field)!;
    const winner = order < 0 ? b : a;
    const isSettled = rule.settled?.has(field) === true;
    const value = isSettled ? rule.settled!.get(field) : winner.value;
    const stamp = isSettled ? latest(a.stamp, b.stamp) : winner.stamp;
    sides.set(field, order);
    if (value !== undefined) fields[field] = value;
    if (value !== undefined || stamp !== "") stamps[field] = stamp;
  }
  const by = joinBy(left["by"] as Fields | undefined, right["by"] as Fields | undefined, sides);
  if (by) fields["by"] = by;
  if (left["by"] !== undefined || right["by"] !== undefined) {
    stamps["by"] = latest(stampOf(mine.stamps, "by"), stampOf(theirs.stamps, "by"));
  }
  const rest = latest(stampOf(mine.stamps, ""), stampOf(theirs.stamps, ""));
  const clashes = clashesOf(pairs, sides, rule);
  return { record: fields as unknown as AnyRecord, stamps: packed(stamps, rest, fields), clashes };
}

type Pairs = ReadonlyMap<string, FieldPair>;
type Orders = ReadonlyMap<string, -1 | 0 | 1>;

function pairsOf(mine: Held, theirs: Held): Pairs {
  const left = mine.record as unknown as Fields;
  const right = theirs.record as unknown as Fields;
  return new Map(
    fieldsOf(mine, theirs)
      .filter((field) => field !== "by")
      .map((field) => [
        field,
        {
          field,
          mine: valueIn(left, mine.stamps, field),
          theirs: valueIn(right, theirs.stamps, field),
        },
      ]),
  );
}

/** Whose value of each field is taken: 1 mine, -1 theirs. */
function ordersOf(pairs: Pairs, rule: JoinRule): Orders {
  const orders = new Map<string, -1 | 0 | 1>();
  for (const [field, { mine, theirs }] of pairs) {
    const order = isSame(mine.value, theirs.value)
      ? compareStamps(mine.stamp, theirs.stamp)
      : compareValues(mine, theirs, { rule, field });
    orders.set(field, order);
  }
  for (const group of groupsIn(pairs)) {
    const side = sideOf(group, rule);
    if (side === 0) continue;
    for (const pair of group) if (!isCut(pair, side, rule)) orders.set(pair.field, side);
  }
  return orders;
}

/** The fields of a record that say one thing together. */
function groupsIn(pairs: Pairs): readonly (readonly FieldPair[])[] {
  return TOGETHER.map((names) => names.flatMap((name) => pairs.get(name) ?? [])).filter(
    (group) => group.length > 1,
  );
}

function isApart({ mine, theirs }: FieldPair): boolean {
  return !isSame(mine.value, theirs.value);
}

/** The side that a group of fields is taken from; 0 where both wrote it at one and the same moment. */
function sideOf(group: readonly FieldPair[], rule: JoinRule): -1 | 0 | 1 {
  const settled = group.find((pair) => rule.settled?.has(pair.field) && isApart(pair));
  if (settled) return isSame(settled.mine.value, rule.settled!.get(settled.field)) ? 1 : -1;
  if (rule.base !== undefined) {
    const mine = hasMoved(group, "mine", rule);
    if (mine !== hasMoved(group, "theirs", rule)) return mine ? 1 : -1;
  }
  return compareStamps(lastOf(group, "mine"), lastOf(group, "theirs"));
}

function hasMoved(group: readonly FieldPair[], side: Side, rule: JoinRule): boolean {
  return group.some((pair) => !isSame(pair[side].value, baseValue(rule, pair.field)));
}

function lastOf(group: readonly FieldPair[], side: Side): Stamp | "" {
  return group.map((pair) => pair[side].stamp).reduce(latest, "");
}

/** A share leaves out or cuts what it does not show: that is no word against the whole. */
function isCut({ mine, theirs }: FieldPair, side: -1 | 1, { whole, ...seen }: JoinRule): boolean {
  if (whole === undefined || (whole === "mine") === side > 0) return false;
  const [kept, part] = whole === "mine" ? [mine, theirs] : [theirs, mine];
  if (part.stamp !== "" && part.stamp === kept.stamp) return true;
  return isUnsaid(part) && knows(whole === "mine" ? seen.theirsSeen : seen.mineSeen, kept.stamp);
}

/** A field as a copy has it. One that is empty and was never emptied says nothing: it has no stamp. */
function valueIn(fields: Fields, stamps: Stamps | null, field: string): FieldValue {
  const value = fields[field];
  const isSaid =
    value !== undefined || (typeof stamps === "object" && stamps !== null && Object.hasOwn(stamps, field));
  return { value, stamp: isSaid ? stampOf(stamps, field) : "" };
}

/** The stamp of a field.
 * @example stampOf({ "": "0000000rs-0000-d1", a: "0000000rt-0000-d1" }, "a") // => "0000000rt-0000-d1"
 */
export function stampOf(stamps: Stamps | null, field: string): Stamp | "" {
  if (stamps === null) return "";
  if (typeof stamps === "string") return stamps;
  return Object.hasOwn(stamps, field) ? stamps[field]! : (stamps[""] ?? "");
}

/** All stamps that a record has.
 * @example stampsIn("0000000rs-0000-d1") // => ["0000000rs-0000-d1"]
 */
export function stampsIn(stamps: Stamps | null): readonly Stamp[] {
  if (stamps === null) return [];
  return typeof stamps === "string" ? [stamps] : Object.values(stamps);
}

/** The later of two stamps; none is the earliest. */
function latest(a: Stamp | "", b: Stamp | ""): Stamp | "" {
  return a < b ? b : a;
}

function compareStamps(a: Stamp | "", b: Stamp | ""): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A total order of what a field may be, so that the largest of any number is one and the same. */
function compareValues(
  a: FieldValue,
  b: FieldValue,
  { rule, field }: { readonly rule: JoinRule; readonly field: string },
): -1 | 1 {
  if (isUnsaid(a) || isUnsaid(b)) return isUnsaid(a) ? -1 : 1;
  if (rule.base !== undefined) {
    const base = baseValue(rule, field);
    const isMoved = !isSame(a.value, base);
    if (isMoved === isSame(b.value, base)) return isMoved ? 1 : -1;
  }
  const byClock = compareStamps(a.stamp, b.stamp);
  if (byClock !== 0) return byClock;
  if (a.value === undefined || b.value === undefined) return a.value === undefined ? -1 : 1;
  if (rule.whole) return rule.whole === "mine" ? 1 : -1;
  const [left, right] = [valueText(a.value), valueText(b.value)];
  if (left.length !== right.length) return left.length < right.length ? -1 : 1;
  return left < right ? -1 : 1;
}

/** What both changed, a group of fields that say one thing as one. */
function clashesOf(pairs: Pairs, orders: Orders, rule: JoinRule): readonly FieldClash[] {
  const clashes: FieldClash[] = [];
  const grouped = new Set<string>();
  for (const group of groupsIn(pairs)) {
    for (const { field } of group) grouped.add(field);
    const clash = groupClash(group, rule);
    if (clash) clashes.push(clash);
    else if (sideOf(group, rule) === 0) for (const { field } of group) grouped.delete(field);
  }
  for (const [field, pair] of pairs) {
    const clash = grouped.has(field) || !isApart(pair) ? null : clashOf(pair, orders.get(field)!, rule);
    if (clash) clashes.push(clash);
  }
  return clashes;
}

function groupClash(group: readonly FieldPair[], rule: JoinRule): FieldClash | null {
  const side = sideOf(group, rule);
  const [first, ...others] = group.filter(isApart);
  if (side === 0 || !first || group.some(({ field }) => rule.settled?.has(field))) return null;
  const isClash =
    rule.base === undefined
      ? !knows(rule.theirsSeen, lastOf(group, "mine")) && !knows(rule.mineSeen, lastOf(group, "theirs"))
      : hasMoved(group, "mine", rule) && hasMoved(group, "theirs", rule);
  if (!isClash) return null;
  return {
    ...first,
    ...(rule.base !== undefined && { base: baseValue(rule, first.field) }),
    proposed: side < 0 ? "theirs" : "mine",
    ...(others.length > 0 && { others }),
  };
}

function clashOf(of: FieldPair, order: number, rule: JoinRule): FieldClash | null {
  if (QUIET_FIELDS.has(of.field) || isUnsaid(of.mine) || isUnsaid(of.theirs)) return null;
  if (rule.settled?.has(of.field)) return null;
  const proposed: Side = order < 0 ? "theirs" : "mine";
  if (rule.base !== undefined) {
    const base = baseValue(rule, of.field);
    if (isSame(of.mine.value, base) || isSame(of.theirs.value, base)) return null;
    return { ...of, base, proposed };
  }
  if (of.mine.stamp === "" && of.theirs.stamp === "") return rule.whole ? null : { ...of, proposed };
  const isKnown = knows(rule.theirsSeen, of.mine.stamp) || knows(rule.mineSeen, of.theirs.stamp);
  return isKnown ? null : { ...of, proposed };
}

function isUnsaid({ value, stamp }: FieldValue): boolean {
  return value === undefined && stamp === "";
}

function baseValue({ base }: JoinRule, field: string): unknown {
  return base ? (base as unknown as Fields)[field] : undefined;
}

/** Who wrote each field, with the field's own winner; where both have the same, a person before an import. */
function joinBy(
  mine: Fields | undefined,
  theirs: Fields | undefined,
  sides: ReadonlyMap<string, number>,
): Fields | undefined {
  if (!mine && !theirs) return undefined;
  const by: Record<string, unknown> = {};
  for (const field of unionOf(mine ?? {}, theirs ?? {})) {
    const order = sides.get(field) ?? 0;
    const winner =
      order === 0 ? before(mine?.[field], theirs?.[field]) : (order < 0 ? theirs : mine)?.[field];
    if (winner !== undefined) by[field] = winner;
  }
  return Object.keys(by).length === 0 ? undefined : by;
}

function before(a: unknown, b: unknown): unknown {
  if (a === "typed" || b === undefined) return a;
  if (b === "typed" || a === undefined) return b;
  return String(a) < String(b) ? b : a;
}

/** With those that are empty now and were emptied. */
function fieldsOf(mine: Held, theirs: Held): readonly string[] {
  const fields = unionOf(mine.record as unknown as Fields, theirs.record as unknown as Fields);
  if (typeof mine.stamps !== "object" && typeof theirs.stamps !== "object") return fields;
  const emptied = unionOf(ownStamps(mine), ownStamps(theirs)).filter((field) => field !== "");
  return [...new Set([...fields, ...emptied])];
}

function ownStamps({ stamps }: Held): Readonly<Record<string, Stamp>> {
  return typeof stamps === "object" && stamps !== null ? stamps : {};
}

function unionOf(a: Fields, b: Fields): readonly string[] {
  const fields = Object.keys(a);
  for (const field of Object.keys(b)) if (!Object.hasOwn(a, field)) fields.push(field);
  return fields.filter((field) => field !== "id");
}

/** As one stamp where all fields share it; a field that was emptied keeps its own, so that it is known to have been. */
function packed(
  stamps: Readonly<Record<string, Stamp | "">>,
  rest: Stamp | "",
  fields: Fields,
): Stamps | null {
  const shared = Object.values(stamps).includes("") ? "" : rest;
  const own = Object.entries(stamps).filter(
    (entry): entry is [string, Stamp] =>
      entry[1] !== "" && (entry[1] !== shared || fields[entry[0]] === undefined),
  );
  if (own.length === 0) return shared === "" ? null : shared;
  return Object.fromEntries(shared === "" ? own : [["", shared], ...own]);
}

/** The same text for the same value, whatever the order of its keys. */
function valueText(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
