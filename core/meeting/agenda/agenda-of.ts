import type { Explanation } from "../../base/explain.ts";
import type { FactRef, RecordRef } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { AgendaItem, Meeting } from "../records.ts";
import { AGENDA_ITEM_KINDS } from "../records.ts";

/** Version of the rule by which lines are proposed, raised when it can propose others for the same data. */
const RULE_VERSION = 1;

/** The lines of a meeting's agenda in its order: what is kept in the meeting, and, until it begins, what is proposed and not
 * hidden. The manager's order goes first; what is not in it follows by kind. Parked lines are no part of it.
 * @example agendaOf(aMeeting("m1", { items: [anItem("a"), anItem("b")], orderKeys: ["b"] }), []).map((one) => one.key) // => ["b", "a"]
 */
export function agendaOf(meeting: Meeting, proposed: readonly AgendaItem[]): readonly AgendaItem[] {
  const kept = new Set(meeting.items.map(({ key }) => key));
  const hidden = new Set(meeting.hiddenKeys);
  const live =
    meeting.state === "planned" ? proposed.filter(({ key }) => !kept.has(key) && !hidden.has(key)) : [];
  const all = [...meeting.items.filter(({ state }) => state !== "parked" && state !== "dropped"), ...live];
  if (meeting.state !== "planned") return all;
  const rank = new Map(meeting.orderKeys.map((key, at) => [key, at]));
  const placeOf = ({ key, kind }: AgendaItem) =>
    rank.get(key) ?? meeting.orderKeys.length + AGENDA_ITEM_KINDS.indexOf(kind);
  return all.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** What is proposed and was taken off this agenda.
 * @example hiddenOf(aMeeting("m1", { hiddenKeys: ["a"] }), [anItem("a"), anItem("b")]).map((one) => one.key) // => ["a"]
 */
export function hiddenOf(meeting: Meeting, proposed: readonly AgendaItem[]): readonly AgendaItem[] {
  const hidden = new Set(meeting.hiddenKeys);
  return proposed.filter(({ key }) => hidden.has(key));
}

/** The lines that were put aside for another time.
 * @example parkedOf(aMeeting("m1", { items: [anItem("a", { state: "parked" }), anItem("b")] })).map((one) => one.key) // => ["a"]
 */
export function parkedOf(meeting: Pick<Meeting, "items">): readonly AgendaItem[] {
  return meeting.items.filter(({ state }) => state === "parked");
}

/** The record that a line is about; `null` when it is about none.
 * @example itemRef({ ref: "deals/d1" }) // => { table: "deals", id: "d1" }
 */
export function itemRef({ ref }: Pick<AgendaItem, "ref">): RecordRef | FactRef | null {
  if (ref === undefined) return null;
  const slash = ref.indexOf("/");
  return { table: ref.slice(0, slash), id: ref.slice(slash + 1) } as RecordRef | FactRef;
}

/** How a line came onto the agenda: the rule of its kind, the record behind it under a label, and the reasons in full.
 * @example explainItem(anItem("a", { kind: "stalled", ref: "deals/d1", figure: { unit: "money", value: 100 } }), "阀门").rows.length // => 1
 */
export function explainItem(item: AgendaItem, label: string): Explanation {
  const ref = itemRef(item);
  const value = item.figure ?? { unit: "count", value: null };
  const title = itemTitle(item);
  return {
    title,
    value,
    formula: message(`meeting.agenda.formula.${item.kind}`),
    ruleVersion: RULE_VERSION,
    inputs: [],
    rows: ref === null ? [] : [{ ref, label, amount: value }],
    notes: item.reasons,
  };
}

/** A line's title as a message.
 * @example itemTitle(anItem("a", { title: "报价" })) // => { key: "meeting.text", params: { text: "报价" } }
 */
export function itemTitle({ title }: Pick<AgendaItem, "title">): Message {
  return typeof title === "string" ? message("meeting.text", { text: title }) : title;
}
