import type { Day } from "../../base/day.ts";
import type { ExplainedRow, Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { ratingOn } from "../../team/skill-levels.ts";
import type { Member, Membership } from "../../team/records.ts";
import type { Criterion } from "../records.ts";
import { checkResults } from "./check-results.ts";
import { criterionLabel } from "./criterion-label.ts";
import { membershipsInRole, monthsBetween } from "./months-in-role.ts";
import type { PromotionSource } from "./promotion-source.ts";

/** What was found about a criterion. */
export interface Found {
  /** `null`: not known. */
  readonly isMet: boolean | null;
  readonly value: Quantity;
  /** How the figure is said where a plain number would not do: "14 个月", "3 级". */
  readonly shown?: Message;
  /** Why it is not known. */
  readonly note?: Message;
}

/** A criterion, whether a member meets it on a day, and how that came about. */
export interface CriterionCheck extends Found {
  readonly criterion: Criterion;
  readonly label: Message;
  explain(): Explanation;
}

/** Whom a criterion is checked for, and when. */
export interface CheckFor {
  readonly member: Member;
  readonly on: Day;
}

const RULE_VERSION = 1;

/** Checks a criterion. KPI and attainment: in each of the last so many full periods of the KPI's frequency before the day; the
 * figure is that of the weakest; one period below decides it, else a missing one leaves it unknown. Months in the role: whole
 * months since title and grade last changed. Skill: the rating that holds; never rated is unknown. Course: passed by the day.
 * @example checkCriterion(promotionWorld({ values: { a: 3 } }), { kind: "kpi", kpiId: "visits", atLeast: 3, periods: 1 }, { member: aMember("a"), on: "2026-11-23" }).isMet // => true
 * @example checkCriterion(promotionWorld({ values: { a: 3 } }), { kind: "months-in-role", atLeast: 24 }, { member: aMember("a"), on: "2026-11-23" }).value.value // => 22
 */
export function checkCriterion(source: PromotionSource, criterion: Criterion, of: CheckFor): CriterionCheck {
  const label = criterionLabel(source, criterion);
  const { inputs, rows, ...found } = finding(source, criterion, of);
  return {
    criterion,
    label,
    ...found,
    explain: () => ({
      title: message("incentive.explain.criterion", { name: of.member.name, criterion: label }),
      value: found.value,
      formula: message(`incentive.formula.criterion.${criterion.kind}`),
      ruleVersion: RULE_VERSION,
      inputs: inputs ?? [],
      rows: rows ?? [],
      notes: found.note ? [found.note] : [],
    }),
  };
}

interface Finding extends Found {
  readonly inputs?: Explanation["inputs"];
  readonly rows?: Explanation["rows"];
}

function finding(source: PromotionSource, criterion: Criterion, of: CheckFor): Finding {
  if (criterion.kind === "months-in-role") return checkMonths(source, criterion.atLeast, of);
  if (criterion.kind === "skill") return checkSkill(source, criterion, of);
  if (criterion.kind === "course") return checkCourse(source, criterion.courseId, of);
  return checkResults(source, criterion, of);
}

function checkMonths({ rows }: PromotionSource, atLeast: number, { member, on }: CheckFor): Finding {
  const held = membershipsInRole(rows, member.id, on);
  const [first] = held;
  if (!first) return unknown("count", "incentive.unknown.no-role");
  const from = member.hiredOn !== undefined && member.hiredOn > first.from ? member.hiredOn : first.from;
  const months = monthsBetween(from, on);
  return {
    isMet: months >= atLeast,
    value: { unit: "count", value: months },
    shown: message("incentive.shown.months", { count: months }),
    rows: held.map(roleRow),
  };
}

function roleRow(membership: Membership): ExplainedRow {
  return {
    ref: { table: "memberships", id: membership.id },
    label: membership.title,
    day: membership.from,
    amount: { unit: "count", value: null },
  };
}

function checkSkill(
  { rows }: PromotionSource,
  criterion: Criterion & { readonly kind: "skill" },
  { member, on }: CheckFor,
): Finding {
  const skill = rows.skills.get(criterion.skillId);
  if (!skill) return unknown("count", "incentive.unknown.gone");
  const rating = ratingOn(rows.skillRatings, { memberId: member.id, skillId: skill.id, on });
  if (!rating) return unknown("count", "incentive.unknown.not-rated");
  return {
    isMet: rating.level >= criterion.atLeast,
    value: { unit: "count", value: rating.level },
    shown: message("incentive.shown.level", { level: rating.level }),
    rows: [
      {
        ref: { table: "skillRatings", id: rating.id },
        label: member.name,
        day: rating.on,
        amount: { unit: "count", value: rating.level },
      },
    ],
  };
}

function checkCourse({ courses }: PromotionSource, courseId: string, { member, on }: CheckFor): Finding {
  const passed = courses.passed.find(
    (one) => one.memberId === member.id && one.courseId === courseId && one.on <= on,
  );
  if (!passed && !courses.nameById.has(courseId)) return unknown("count", "incentive.unknown.gone");
  return {
    isMet: passed !== undefined,
    value: { unit: "count", value: passed ? 1 : 0 },
    shown: passed
      ? message("incentive.shown.passed", { day: { day: passed.on } })
      : message("incentive.shown.not-passed"),
  };
}

function unknown(unit: "count", key: string): Finding {
  return { isMet: null, value: { unit, value: null }, note: message(key) };
}
