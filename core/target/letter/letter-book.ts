import type { Day } from "../../base/day.ts";
import type { KpiId, MemberId } from "../../base/id.ts";
import type { Explanation } from "../../base/explain.ts";
import type { Quantity } from "../../base/message.ts";
import type { PaperCell } from "../../base/paper.ts";
import { lastDayOf } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { kpiUnit, kpiValue, quantityOf } from "../../kpi/kpi-value.ts";
import type { Kpi } from "../../kpi/records.ts";
import { memberSpans } from "../../team/memberships.ts";
import { inOrder } from "../../team/team-rows.ts";
import { fiscalYearOf, yearPeriods } from "../fiscal-year.ts";
import { TARGET_LINES } from "../records.ts";
import type { TargetLine, TargetLock } from "../records.ts";
import { rowStanding } from "../standing.ts";
import type { TargetRows } from "../target-rows.ts";
import { targetTree } from "../target-tree.ts";
import type { TargetTree } from "../target-tree.ts";

/** What target letters are written from: plain tables and the KPIs' values. */
export interface LetterSources {
  readonly rows: TargetRows & { readonly targetLocks: ReadonlyMap<string, TargetLock> };
  readonly context: KpiContext;
  readonly period: Period;
  readonly today: Day;
}

/** A KPI with targets in the year: its tree for each line. */
export interface LetterKpi {
  readonly kpi: Kpi;
  readonly unit: Kpi["unit"];
  readonly trees: Readonly<Record<TargetLine, TargetTree>>;
}

/** The sources with the trees of the fiscal year, made once for all letters. */
export interface LetterBook extends LetterSources {
  readonly year: number;
  /** The period as an index of the trees. */
  readonly at: number;
  readonly kpis: readonly LetterKpi[];
}

/** Makes the trees of every KPI that has a target in the period's fiscal year.
 * @example letterBook(letterSources({ targets: { "member:a 2026": 60 } })).kpis.map((one) => one.kpi.id) // => ["visits"]
 */
export function letterBook(sources: LetterSources): LetterBook {
  const { rows, context, period } = sources;
  const { fiscalStart } = context.settings;
  const year = fiscalYearOf(period, fiscalStart);
  const periods = yearPeriods(year, fiscalStart);
  const ids = new Set<string>(periods.map((one) => one.id));
  const used = new Set<KpiId>();
  for (const target of rows.targets.values()) if (ids.has(target.periodId)) used.add(target.kpiId);
  const kpis = inOrder(rows.kpis)
    .filter((kpi) => used.has(kpi.id) && !kpi.archived)
    .map((kpi): LetterKpi => {
      const tree = (line: TargetLine) => targetTree(rows, { kpiId: kpi.id, line, year })!;
      const [target, stretch, challenge] = TARGET_LINES.map(tree);
      return {
        kpi,
        unit: kpiUnit(context, kpi),
        trees: { target: target!, stretch: stretch!, challenge: challenge! },
      };
    });
  return { ...sources, year, at: periods.findIndex((one) => one.id === period.id), kpis };
}

/** Who can be given a letter: those who are on the team on at least one day of the period, in the manager's order.
 * @example letterPeople(letterSources({})) // => ["a", "b", "c"]
 */
export function letterPeople({ rows, period }: Pick<LetterSources, "rows" | "period">): readonly MemberId[] {
  return inOrder(rows.members)
    .filter((member) => {
      const hired = member.hiredOn === undefined || member.hiredOn < period.end;
      return hired && (member.leftOn === undefined || member.leftOn > period.start);
    })
    .map((member) => member.id);
}

/** A member's target on a line in a period of the tree: of a member who changed groups, the sum of the parts; `null` without.
 * @example memberTarget(letterBook(letterSources({ targets: { "member:a 2026": 60 } })).kpis[0], "a", { line: "target", at: 0 }) // => 60
 */
export function memberTarget(
  { trees }: LetterKpi,
  memberId: MemberId,
  of: { readonly line: TargetLine; readonly at: number },
): number | null {
  const tree = trees[of.line];
  const values = memberRows(tree, memberId)
    .map((row) => tree.cells[row]![of.at]!.value)
    .filter((value) => value !== null);
  if (values.length === 0) return null;
  return tree.sums ? values.reduce((sum, value) => sum + value, 0) : values[0]!;
}

/** The rows of a tree that are a member's: one for each group they were in.
 * @example memberRows(letterBook(letterSources({ targets: { "member:a 2026": 60 } })).kpis[0].trees.target, "a").length // => 1
 */
export function memberRows(tree: TargetTree, memberId: MemberId): readonly number[] {
  return tree.rows
    .filter((row) => row.subject.kind === "member" && row.subject.id === memberId)
    .map((row) => row.index);
}

/** A member's target as a cell that can explain itself.
 * @example targetCell(letterBook(letterSources({ targets: { "member:a 2026": 60 } })), { memberId: "a", one: letterBook(letterSources({ targets: { "member:a 2026": 60 } })).kpis[0], line: "target", at: 0 }).quantity // => { unit: "count", value: 60 }
 */
export function targetCell(
  book: LetterBook,
  of: {
    readonly memberId: MemberId;
    readonly one: LetterKpi;
    readonly line: TargetLine;
    readonly at: number;
  },
): Extract<PaperCell, { quantity: Quantity }> {
  const { memberId, one, line, at } = of;
  const value = memberTarget(one, memberId, { line, at });
  const quantity = quantityOf(one.unit, value);
  const tree = one.trees[line];
  const rows = memberRows(tree, memberId).filter((row) => tree.cells[row]![at]!.value !== null);
  if (rows.length !== 1) return { quantity };
  const explain = (): Explanation =>
    rowStanding(
      tree,
      { row: rows[0]!, period: at },
      {
        actualOf: (kpiId, subject, period) => kpiValue(book.context, kpiId, { subject, period }),
        today: book.today,
      },
    ).target.explain();
  return { quantity, explain };
}

/** The day by which a member's group and title are told: today, kept inside the period and the member's time on the team.
 * @example letterDay(letterSources({}), "a") // => "2026-06-15"
 */
export function letterDay(
  { rows, period, today }: Pick<LetterSources, "rows" | "period" | "today">,
  memberId: MemberId,
): Day {
  const last = lastDayOf(period);
  const wanted = today < period.start ? period.start : today > last ? last : today;
  const spans = memberSpans(rows, memberId).filter(
    (span) => span.from < period.end && (span.until === null || span.until > period.start),
  );
  const held = spans.find((span) => span.from <= wanted && (span.until === null || wanted < span.until));
  const near = held ?? spans.findLast((span) => span.from <= wanted) ?? spans[0];
  return held || !near ? wanted : near.from;
}
