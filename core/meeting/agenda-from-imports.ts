import type { FactRef, MemberId } from "../base/id.ts";
import type { Message } from "../base/message.ts";
import type { Money } from "../base/money.ts";

/** What imports can have done to a deal that a meeting should hear of. */
export const AGENDA_KINDS = [
  "gone",
  "lost",
  "cut",
  "slipped",
  "back",
  "void",
  "reopened",
  "won",
  "reassigned",
] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

/** One thing that imports did to one record, as a plain value. */
export interface ImportEvent {
  readonly ref: FactRef;
  readonly kind: AgendaKind;
  readonly about: string;
  /** `null`: nobody on the team. */
  readonly ownerId: MemberId | null;
  readonly owner: string | Message;
  /** The amount of the deal, or what it was cut by; `null` where it has none. */
  readonly amount: Money | null;
  /** The sentence that tells it. */
  readonly reason: Message;
}

/** One record for the agenda, with everything that happened to it. */
export interface ImportAgendaItem extends Omit<ImportEvent, "reason"> {
  readonly key: string;
  /** The weightiest first. */
  readonly reasons: readonly Message[];
  /** How much money is at stake, in minor units: only good for sorting. */
  readonly weight: number;
}

/** The part of an amount that is at stake, in percent. */
const STAKE: Readonly<Record<AgendaKind, number>> = {
  gone: 100,
  lost: 100,
  cut: 100,
  slipped: 60,
  back: 50,
  void: 40,
  reopened: 20,
  won: 20,
  reassigned: 10,
};

/** What imports bring onto the agenda, the weightiest record first: one item a record, led by the weightiest thing that
 * happened to it. The weight is the amount at stake: all of what is gone, lost or cut, part of what slipped or fell back;
 * the weights of one record add up. A record without an amount weighs as one of the median amount, for missing is not
 * zero. Ties by id.
 * @example agendaFromImports([]) // => []
 * @example agendaFromImports([{ ref: { table: "deals", id: "d1" }, kind: "slipped", amount: 1000 }])[0].weight // => 600
 */
export function agendaFromImports(events: readonly ImportEvent[]): readonly ImportAgendaItem[] {
  const median = medianAmount(events);
  const byRecord = new Map<string, { readonly event: ImportEvent; readonly weight: number }[]>();
  for (const event of events) {
    const key = `${event.ref.table}/${event.ref.id}`;
    const weight = Math.round((Math.abs(event.amount ?? median) * STAKE[event.kind]) / 100);
    byRecord.set(key, [...(byRecord.get(key) ?? []), { event, weight }]);
  }
  return [...byRecord]
    .map(([key, all]) => {
      const sorted = all.toSorted((a, b) => b.weight - a.weight || rank(a.event) - rank(b.event));
      const { reason: _said, ...first } = sorted[0]!.event;
      return {
        ...first,
        key: `import:${key}`,
        reasons: sorted.map(({ event }) => event.reason),
        weight: sorted.reduce((sum, one) => sum + one.weight, 0),
      };
    })
    .toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
}

function rank(event: ImportEvent): number {
  return AGENDA_KINDS.indexOf(event.kind);
}

function medianAmount(events: readonly ImportEvent[]): number {
  const known = events.flatMap(({ amount }) => (amount === null ? [] : [Math.abs(amount)]));
  return known.toSorted((a, b) => a - b)[Math.floor(known.length / 2)] ?? 0;
}
