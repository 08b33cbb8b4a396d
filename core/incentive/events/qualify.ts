import type { Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { parsePeriod } from "../../base/period.ts";
import {
  boardNotes,
  explainPlace,
  isLowerBetter,
  leaderboard,
  quantityIn,
} from "../leaderboard/leaderboard.ts";
import type { RankedMember } from "../leaderboard/leaderboard.ts";
import type { ResultAsked, ResultSource } from "../leaderboard/member-result.ts";
import type { RewardEvent } from "../records.ts";

/** A member before a journey that is won by results. */
export interface Contender {
  readonly row: RankedMember;
  /** Goes, does not, or is not known: no value, or too few people for places. */
  readonly goes: boolean | null;
  /** By how much the threshold is passed (negative: missed); none where there is no threshold or no value. */
  readonly margin: Margin;
  readonly reason: Message;
  /** How the place came about; absent without one. */
  explainPlace?(): Explanation;
}

/** A margin that can explain itself. */
export interface Margin {
  readonly value: Quantity;
  readonly n: number;
  explain(): Explanation;
}

/** Who goes on a journey as things stand. */
export interface Qualified {
  readonly contenders: readonly Contender[];
  /** How many go. */
  readonly going: number;
  /** More go than there are places, because the last place is shared. */
  readonly isOverfull: boolean;
  readonly notes: readonly Message[];
}

const RULE_VERSION = 1;

/** Who qualifies for a journey: who reaches its threshold (is not above it, where lower is better) and is within its places; one
 * of the two may be missing, a journey without both, without a KPI or a period has nobody. Who shares the last place goes too:
 * a tie is told, not broken. Below `LEAST_RANKED` people with a value there are no places: then nobody is known to go by rank.
 * @example qualify(rewardWorld({ values: { a: 3, b: 9 } }), aJourney({ threshold: 5 })).contenders.map((one) => [one.row.member.id, one.goes, one.margin.value.value]) // => [["b", true, 4], ["a", false, -2]]
 * @example qualify(rewardWorld({ values: { a: 3, b: 9 } }), aJourney({ places: 1 })).contenders.map((one) => one.goes) // => [null, null]
 */
export function qualify(source: ResultSource, event: RewardEvent): Qualified {
  const period = event.periodId && parsePeriod(event.periodId, source.context.settings.fiscalStart);
  const { kpiId, threshold, places } = event;
  const isAsked = threshold !== undefined || places !== undefined;
  if (!period || kpiId === undefined || !source.context.rows.kpis.has(kpiId) || !isAsked) {
    return { contenders: [], going: 0, isOverfull: false, notes: [message("incentive.event.note.no-rule")] };
  }
  const asked: ResultAsked = { by: { kind: "value", kpiId }, period };
  const board = leaderboard(source, asked);
  const sign = isLowerBetter(source, asked) ? -1 : 1;
  const contenders = board.rows
    .map((row): Contender => ({
      ...contender(row, event, sign),
      ...(places === undefined || row.place === null
        ? {}
        : { explainPlace: () => explainPlace(source, asked, { board, one: row }) }),
    }))
    .toSorted(byResult(sign));
  const going = contenders.filter((one) => one.goes === true).length;
  return {
    contenders,
    going,
    isOverfull: places !== undefined && going > places,
    notes: boardNotes(board).filter((note) => places !== undefined || note.key !== FEW),
  };
}

/** Without places few people are no trouble: a threshold holds for one as for a hundred. */
const FEW = "incentive.board.note.few";

function contender(row: RankedMember, event: RewardEvent, sign: 1 | -1): Omit<Contender, "explainPlace"> {
  const { threshold, places } = event;
  const value = row.value.value;
  const margin = value === null || threshold === undefined ? null : sign * (value - threshold);
  const passes = threshold === undefined ? true : margin === null ? null : margin >= 0;
  const isPlaced = places === undefined ? true : row.place === null ? null : row.place <= places;
  const goes = value === null ? null : passes === false || isPlaced === false ? false : isPlaced;
  return {
    row,
    goes,
    margin: marginFigure(row, event, margin),
    reason: reasonOf(row, event, { passes, isPlaced }),
  };
}

function reasonOf(
  row: RankedMember,
  event: RewardEvent,
  of: { readonly passes: boolean | null; readonly isPlaced: boolean | null },
): Message {
  if (row.value.value === null) return row.note ?? message("incentive.board.none");
  if (of.passes === false) return message("incentive.event.reason.below");
  if (of.isPlaced === null) return message("incentive.event.reason.no-places");
  const params = { place: row.place ?? "", places: event.places ?? "" };
  if (of.isPlaced === false) return message("incentive.event.reason.place-out", params);
  if (event.places === undefined) return message("incentive.event.reason.passed");
  return message(`incentive.event.reason.place-in${row.isTied ? "-tied" : ""}`, params);
}

function marginFigure(row: RankedMember, { threshold, name }: RewardEvent, margin: number | null): Margin {
  const { unit } = row.value;
  const value = quantityIn(unit, margin);
  return {
    value,
    n: row.n,
    explain: () => ({
      title: message("incentive.event.explain.margin", { name: row.member.name, event: name }),
      value,
      formula: message("incentive.event.formula.margin"),
      ruleVersion: RULE_VERSION,
      inputs: [
        { label: message("kpi.input.value"), value: row.value, explain: () => row.explain() },
        { label: message("incentive.event.threshold"), value: quantityIn(unit, threshold ?? null) },
      ],
      rows: [],
      notes: row.note ? [row.note] : [],
    }),
  };
}

function byResult(sign: 1 | -1) {
  const rank = ({ row }: Contender) =>
    row.value.value === null ? Number.NEGATIVE_INFINITY : sign * row.value.value;
  return (a: Contender, b: Contender) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a));
}
