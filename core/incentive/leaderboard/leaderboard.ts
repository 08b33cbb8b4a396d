import type { ExplainedRow, Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { quantityOf } from "../../kpi/kpi-value.ts";
import { nameMessage } from "../../team/name-key.ts";
import { memberResults } from "./member-result.ts";
import type { MemberResult, ResultAsked, ResultSource } from "./member-result.ts";

/** From how many people with a value on there is a ranking: below, chance says more than the order does, and everybody knows
 * who the last one is. A decision of this project, not a norm. */
export const LEAST_RANKED = 5;

/** A member on a leaderboard. */
export interface RankedMember extends MemberResult {
  /** 1 is the best; who has the same value shares the place. `null` without a value or a ranking. */
  readonly place: number | null;
  readonly isTied: boolean;
  /** Was in the role for less than the whole time: newly come, gone, or long away. */
  readonly isShort: boolean;
}

/** A figure of the board that can explain itself. */
export interface BoardFigure {
  readonly value: Quantity;
  readonly n: number;
  readonly note?: Message;
  explain(): Explanation;
}

/** Results in order, as far as they can be put into one. */
export interface Leaderboard {
  /** The ranked by place, then those without a value; without a ranking all in the manager's order. */
  readonly rows: readonly RankedMember[];
  /** How many have a value. */
  readonly n: number;
  readonly isRanked: boolean;
  /** The period is not over. */
  readonly isRunning: boolean;
  readonly median: BoardFigure;
}

const RULE_VERSION = 1;

/** A leaderboard: places by the unrounded result, the better first by the KPI's direction; equal results share a place and the
 * next place is as many later (1, 2, 2, 4). No places when fewer than `LEAST_RANKED` people have a value. The median is of
 * those who have one; of an even number the mean of the middle two, money to the nearest minor unit.
 * @example leaderboard(rewardWorld({ values: { a: 3, b: 9, c: 3, d: 1, e: 4 } }), { by: { kind: "value", kpiId: "visits" }, period: period("2026-10", 1) }).rows.map((row) => [row.member.id, row.place]) // => [["b", 1], ["e", 2], ["a", 3], ["c", 3], ["d", 5]]
 * @example leaderboard(rewardWorld({ values: { a: 3, b: 9 } }), { by: { kind: "value", kpiId: "visits" }, period: period("2026-10", 1) }).isRanked // => false
 */
export function leaderboard(source: ResultSource, asked: ResultAsked): Leaderboard {
  const results = memberResults(source, asked);
  const known = results.filter((one) => one.value.value !== null);
  const isRanked = known.length >= LEAST_RANKED;
  const sign = isLowerBetter(source, asked) ? -1 : 1;
  const sorted = known.toSorted((a, b) => sign * (b.value.value! - a.value.value!));
  const ranked = (isRanked ? sorted : results).map((one) => rankedMember(one, isRanked ? sorted : []));
  const rest = isRanked ? results.filter((one) => one.value.value === null) : [];
  return {
    rows: [...ranked, ...rest.map((one) => rankedMember(one, []))],
    n: known.length,
    isRanked,
    isRunning: asked.period.end > source.context.today,
    median: medianFigure(source, asked, sorted),
  };
}

/** Whether the lower result is the better one.
 * @example isLowerBetter(rewardWorld({}), { by: { kind: "score" }, period: period("2026-10", 1) }) // => false
 */
export function isLowerBetter({ context }: ResultSource, { by }: ResultAsked): boolean {
  return by.kind === "value" && context.rows.kpis.get(by.kpiId)?.direction === "lower";
}

/** What is compared, in words: 记分卡总分, a KPI, or its attainment.
 * @example byLabel(rewardWorld({}), { kind: "attainment", kpiId: "visits" }).key // => "incentive.board.by.attainment"
 */
export function byLabel({ context }: ResultSource, by: ResultAsked["by"]): Message {
  if (by.kind === "score") return message("incentive.board.by.score");
  const kpi = context.rows.kpis.get(by.kpiId);
  const name = kpi ? nameMessage(kpi.name) : by.kpiId;
  return message(`incentive.board.by.${by.kind}`, { kpi: name });
}

/** The members as rows of an explanation, each with their value.
 * @example memberRows([]) // => []
 */
export function memberRows(
  results: readonly Pick<MemberResult, "member" | "value">[],
): readonly ExplainedRow[] {
  return results.map(({ member, value }) => ({
    ref: { table: "members", id: member.id },
    label: member.name,
    amount: value,
  }));
}

/** What a board says of itself: too few to rank, still running.
 * @example boardNotes({ n: 3, isRanked: false, isRunning: true }).map((one) => one.key) // => ["incentive.board.note.few", "kpi.note.running"]
 */
export function boardNotes(board: Pick<Leaderboard, "n" | "isRanked" | "isRunning">): readonly Message[] {
  return [
    ...(board.isRanked ? [] : [message("incentive.board.note.few", { count: board.n, least: LEAST_RANKED })]),
    ...(board.isRunning ? [message("kpi.note.running")] : []),
  ];
}

/** How a member's place came about: the rule, their own result, how many have one, and everybody's. Only of who has a place.
 * @example explainPlace(rewardWorld({}), { by: { kind: "score" }, period: period("2026-10", 1) }, { board: { rows: [], n: 0 }, one: { member: { name: "a" }, place: 2, value: { unit: "score", value: 90 } } }).value // => { unit: "count", value: 2 }
 */
export function explainPlace(
  source: ResultSource,
  asked: ResultAsked,
  of: {
    readonly board: Pick<Leaderboard, "rows" | "n">;
    readonly one: Pick<RankedMember, "member" | "place" | "value" | "explain">;
  },
): Explanation {
  const { board, one } = of;
  return {
    title: message("incentive.board.explain.place", {
      name: one.member.name,
      by: byLabel(source, asked.by),
      period: { period: asked.period.id },
    }),
    value: { unit: "count", value: one.place },
    formula: message("incentive.board.formula.place"),
    ruleVersion: RULE_VERSION,
    inputs: [
      { label: message("kpi.input.value"), value: one.value, explain: () => one.explain() },
      { label: message("incentive.input.n"), value: { unit: "count", value: board.n } },
    ],
    rows: memberRows(board.rows.filter((row) => row.place !== null)),
    notes: boardNotes({ n: board.n, isRanked: true, isRunning: asked.period.end > source.context.today }),
  };
}

function rankedMember(one: MemberResult, sorted: readonly MemberResult[]): RankedMember {
  const value = one.value.value;
  const first = sorted.findIndex((other) => other.value.value === value);
  const place = value === null || first < 0 ? null : first + 1;
  const same = sorted.filter((other) => other.value.value === value).length;
  return { ...one, place, isTied: place !== null && same > 1, isShort: one.days.own < one.days.all };
}

function medianFigure(
  source: ResultSource,
  asked: ResultAsked,
  sorted: readonly MemberResult[],
): BoardFigure {
  const values = sorted.map((one) => one.value.value!);
  const unit = sorted[0]?.value.unit ?? "count";
  const value = quantityIn(unit, medianOf(values));
  const n = values.length;
  const note = n === 0 ? message("incentive.board.none") : undefined;
  return {
    value,
    n,
    ...(note ? { note } : {}),
    explain: () => ({
      title: message("incentive.board.explain.median", {
        by: byLabel(source, asked.by),
        period: { period: asked.period.id },
      }),
      value,
      formula: message("incentive.board.formula.median"),
      ruleVersion: RULE_VERSION,
      inputs: [{ label: message("incentive.input.n"), value: { unit: "count", value: n } }],
      rows: memberRows(sorted),
      notes: note ? [note] : [],
    }),
  };
}

/** The middle one of values, of an even number the mean of the middle two; `null` of none.
 * @example medianOf([3, 1, 2]) // => 2
 * @example medianOf([4, 1]) // => 2.5
 * @example medianOf([]) // => null
 */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length % 2 === 1) return sorted[Math.floor(middle)]!;
  return (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** A number as a quantity of a unit; money to the nearest minor unit.
 * @example quantityIn("money", 2.5) // => { unit: "money", value: 3 }
 */
export function quantityIn(unit: Quantity["unit"], value: number | null): Quantity {
  if (unit === "years" || unit === "hours" || unit === "points") return { unit, value };
  return quantityOf(unit, value);
}
