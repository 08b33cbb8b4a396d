import type { Day } from "../../base/day.ts";
import { divideRounded } from "../../base/money.ts";
import { workingDaysIn } from "../../base/working-calendar.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import type { Member } from "../../team/records.ts";
import { FIRST_MONTH, monthsOfPeriod, YEAR } from "../fiscal-year.ts";
import type { TargetTree, TreeRow } from "../target-tree.ts";
import { daysInRole } from "./days-in-role.ts";
import { memberMonths } from "./member-months.ts";
import type { MemberMonth } from "./member-months.ts";

/** One month of which more is the member's than its target was meant for. */
export interface LongerMonth {
  /** 0–11 of the fiscal year. */
  readonly month: number;
  /** The member's working days in the role and those the target was meant for; 0 where it was taken out whole. */
  readonly days: number;
  readonly meant: number;
  readonly value: number;
  /** What it lacks at the pace of the days it was meant for. */
  readonly lack: number;
  /** The tree's row of the group in which the month counts. */
  readonly parent: number;
}

/** A member who is in the role for longer than the targets know: a leaving put off or taken back, a leave cut short. */
export interface LongerFinding {
  readonly key: string;
  readonly member: Member;
  readonly months: readonly LongerMonth[];
  /** Σ lack. */
  readonly lack: number;
}

/** Members whose targets were cut to the days in the role, or typed with them in mind, and who are there for more days now:
 * value × days in the role ÷ days it was meant for − value, rounded half away from zero, month by month. A month that was
 * taken out whole gets what the month before it asks of a working day. Months that are over stay as they were. Only KPIs that
 * sum, and targets typed by month.
 * @example longerFindings(stayingTree(), "2026-08-01").map((finding) => finding.lack) // => [6]
 */
export function longerFindings(tree: TargetTree, today: Day): readonly LongerFinding[] {
  if (!tree.sums) return [];
  const marked = membersWithMark(tree);
  return tree.rows
    .filter((row, index) => row.seat && marked.has(row.seat.member.id) && isFirst(tree, row, index))
    .flatMap((row) => findingOf(tree, row.seat!.member, today) ?? []);
}

/** A member who changed groups has a row in each. */
function isFirst(tree: TargetTree, row: TreeRow, index: number): boolean {
  return tree.rows.findIndex((one) => one.seat?.member.id === row.seat!.member.id) === index;
}

/** Whose targets of the tree's KPI and line know of days at all; looked up once for the same targets. */
function membersWithMark({ book, scope }: TargetTree): ReadonlySet<string> {
  return memoBy([book.targets], `marked ${scope.kpiId}|${scope.line}`, () => {
    const marked = [...book.targets.values()].filter(
      (one) => one.meantDays !== undefined && one.kpiId === scope.kpiId && one.line === scope.line,
    );
    return new Set(marked.map(({ subject }) => subject.slice("member:".length)));
  });
}

function findingOf(tree: TargetTree, member: Member, today: Day): LongerFinding | null {
  const typed = memberMonths(tree, member.id);
  const months: LongerMonth[] = [];
  // The working day's share of the month before that was found to be short; only after such a month are empty ones meant.
  let pace: Pick<LongerMonth, "value" | "meant"> | null = null;
  for (const month of monthsOfPeriod(YEAR)) {
    const period = tree.periods[FIRST_MONTH + month]!;
    if (period.end <= today) continue;
    const days = daysInRole(tree.book, { member, period, calendar: tree.calendar });
    const found = shortMonth(tree, typed[month] ?? null, { month, days });
    if (!found) {
      if (typed[month] && typed[month].value !== 0) pace = null;
      continue;
    }
    if (found.meant > 0 && found.value > 0) pace = found;
    const parent = parentAt(tree, member, month);
    if (!pace || parent === null || (!typed[month] && !isPlanned(tree, parent, month))) continue;
    const lack = lackOf(found, pace);
    if (lack > 0) months.push({ ...found, lack, parent });
  }
  if (months.length === 0) return null;
  const lack = months.reduce((sum, month) => sum + month.lack, 0);
  return { key: `${member.id}|longer`, member, months, lack };
}

/** A month with more days in the role than its target was meant for; one without a target was meant for none. */
function shortMonth(
  tree: TargetTree,
  typed: MemberMonth | null,
  { month, days }: { readonly month: number; readonly days: number },
): Omit<LongerMonth, "lack" | "parent"> | null {
  if (!typed) return days === 0 ? null : { month, days, meant: 0, value: 0 };
  const { meantDays } = typed.record;
  if (typed.period !== FIRST_MONTH + month || meantDays === undefined || meantDays >= days) return null;
  const all = workingDaysIn(tree.calendar, tree.periods[FIRST_MONTH + month]!);
  return { month, days: Math.min(days, all), meant: meantDays, value: typed.value };
}

function lackOf(
  { value, days }: Pick<LongerMonth, "value" | "days">,
  pace: Pick<LongerMonth, "value" | "meant">,
): number {
  return Number(divideRounded(BigInt(pace.value) * BigInt(days), BigInt(pace.meant))) - value;
}

/** Whether somebody of the group has a target in the month: else it is not planned yet. */
function isPlanned(tree: TargetTree, parent: number, month: number): boolean {
  return tree.rows[parent]!.children.some((child) => tree.cells[child]![FIRST_MONTH + month]!.value !== null);
}

function parentAt(tree: TargetTree, member: Member, month: number): number | null {
  const row = tree.rows.find((one) => one.seat?.member.id === member.id && one.seat.months[month]);
  return row?.parent ?? null;
}
