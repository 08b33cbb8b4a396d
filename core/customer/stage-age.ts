import { daysBetween } from "../base/day.ts";
import type { Day } from "../base/day.ts";
import { nameKey } from "../team/name-key.ts";
import type { Deal, StageEvent } from "./records.ts";

/* How long deals stand in a stage: what ageing, stalled deals and the funnel are made of. */

/** How long an open deal has been in its stage. */
export interface StageAge {
  readonly since: Day;
  readonly days: number;
  /** `false`: stage history does not tell of the move into this stage, so that it is at most so long. */
  readonly isExact: boolean;
}

/** One stretch of a deal in one stage; `until` is the first day in the next one, `null` while it is there. */
export interface StageStay {
  readonly stage: string;
  readonly from: Day;
  readonly until: Day | null;
}

type Event = Pick<StageEvent, "stage" | "on">;

/** How long a deal has been in its stage: since the event that last moved it there; without such an event since the last
 * event known, else since it was created, and then it is at most so long. Events after today do not count. `null` when
 * neither is known. `events` are the deal's own, in any order; of one day the later in the list is the later move.
 * @example stageAge({ stage: "Offer", createdOn: "2026-01-01" }, [{ stage: "Offer", on: "2026-02-01" }], "2026-02-11") // => { since: "2026-02-01", days: 10, isExact: true }
 * @example stageAge({ stage: "Offer", createdOn: "2026-01-01" }, [], "2026-01-31") // => { since: "2026-01-01", days: 30, isExact: false }
 * @example stageAge({ stage: "Offer" }, [], "2026-01-31") // => null
 */
export function stageAge(
  deal: Pick<Deal, "stage" | "createdOn">,
  events: readonly Event[],
  today: Day,
): StageAge | null {
  const last = stageStays(events.filter((event) => event.on <= today)).at(-1);
  const isExact = last !== undefined && isSameStage(last.stage, deal.stage ?? "");
  const since = isExact ? last.from : (lastDay(events, today) ?? deal.createdOn);
  if (since === undefined) return null;
  return { since, days: Math.max(0, daysBetween(since, today)), isExact };
}

/** The stretches of a deal in its stages, earliest first; events that name the stage again do not begin a new one.
 * @example stageStays([{ stage: "Offer", on: "2026-02-01" }, { stage: "New", on: "2026-01-01" }]) // => [{ stage: "New", from: "2026-01-01", until: "2026-02-01" }, { stage: "Offer", from: "2026-02-01", until: null }]
 */
export function stageStays(events: readonly Event[]): readonly StageStay[] {
  const stays: StageStay[] = [];
  for (const { stage, on } of inTime(events)) {
    const last = stays.at(-1);
    if (last && isSameStage(last.stage, stage)) continue;
    if (last) stays[stays.length - 1] = { ...last, until: on };
    stays.push({ stage, from: on, until: null });
  }
  return stays;
}

/** How long a deal may stand in a stage before it counts as stalled, and who says so. */
export interface StageNorm {
  readonly days: number;
  /** `setting`: the stage's own norm; `past`: the 75th percentile of `n` past deals. */
  readonly from: "setting" | "past";
  readonly n: number;
}

/** Whether a deal has stood in its stage for longer than the norm. Without a norm or an age nobody can say: `false`.
 * @example isStalled({ since: "2026-01-01", days: 31, isExact: true }, { days: 30, from: "setting", n: 0 }) // => true
 * @example isStalled({ since: "2026-01-01", days: 30, isExact: true }, { days: 30, from: "setting", n: 0 }) // => false
 */
export function isStalled(age: Pick<StageAge, "days"> | null, norm: Pick<StageNorm, "days"> | null): boolean {
  return age !== null && norm !== null && age.days > norm.days;
}

/** The smallest number of days that at least three quarters of all the lists do not exceed (nearest rank), by counting. Whole
 * days, none negative. Throws when there are none.
 * @example quartileOfLists([[4, 1], [2, 3]]) // => 3
 * @example quartileOfLists([[10, 20, 30, 40, 50]]) // => 40
 */
export function quartileOfLists(lists: readonly (readonly number[])[]): number {
  const counts: number[] = [];
  let n = 0;
  for (const list of lists) {
    n += list.length;
    for (const days of list) counts[days] = (counts[days] ?? 0) + 1;
  }
  if (n === 0) throw new RangeError("the quartile of nothing");
  let left = Math.ceil(n * 0.75);
  let days = -1;
  while (left > 0) left -= counts[++days] ?? 0;
  return days;
}

/** Whether two texts name one stage.
 * @example isSameStage("Offer ", "offer") // => true
 */
export function isSameStage(a: string, b: string): boolean {
  return a === b || keyOf(a) === keyOf(b);
}

/** Books have few stages in many moves. */
const KEYS_KEPT = 5000;
const keys = new Map<string, string>();

function keyOf(stage: string): string {
  const known = keys.get(stage);
  if (known !== undefined) return known;
  const key = nameKey(stage);
  if (keys.size < KEYS_KEPT) keys.set(stage, key);
  return key;
}

function inTime(events: readonly Event[]): readonly Event[] {
  if (events.every((event, at) => at === 0 || events[at - 1]!.on <= event.on)) return events;
  return events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function lastDay(events: readonly Event[], today: Day): Day | undefined {
  let last: Day | undefined;
  for (const { on } of events) if (on <= today && (last === undefined || on > last)) last = on;
  return last;
}
