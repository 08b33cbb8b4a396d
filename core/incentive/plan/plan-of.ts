import { parseSubjectKey } from "../../base/id.ts";
import type { MemberId } from "../../base/id.ts";
import type { Period } from "../../base/period.ts";
import { countingDay } from "../../kpi/counting-day.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { groupIdOn } from "../../team/memberships.ts";
import type { Member } from "../../team/records.ts";
import type { PayPlan } from "../records.ts";

/** How closely a plan speaks of a member: by name before the group before all. */
const CLOSENESS = { member: 3, group: 2, team: 1, unassigned: 0 } as const;

/** The plan that holds for a member in a period: in force on the period's last day (the member's own when they left earlier), and
 * the one that speaks of them most closely; of two, the later, then the later id. Whoever is paid by months is not paid by quarters
 * as well. `null` when no plan holds, when it reckons by periods of another kind, or the member was not there.
 * @example planOf(kpiWorld({ members: [aMember("m1")] }), new Map([["p1", { id: "p1", subjects: ["team"], from: "2026-01-01", frequency: "quarter", archived: false }]]), { memberId: "m1", period: period("2026-Q1", 1) }).id // => "p1"
 */
export function planOf(
  context: Pick<KpiContext, "rows">,
  plans: ReadonlyMap<string, PayPlan>,
  of: { readonly memberId: MemberId; readonly period: Period },
): PayPlan | null {
  const best = planInForce(context, plans, of);
  return best?.frequency === of.period.kind ? best : null;
}

/** The plan that holds for a member in a period, whatever the kind of periods by which it reckons; chosen as `planOf` says.
 * @example planInForce(kpiWorld({ members: [aMember("m1")] }), new Map([["p1", { id: "p1", subjects: ["team"], from: "2026-01-01", frequency: "quarter", archived: false }]]), { memberId: "m1", period: period("2026-01", 1) }).id // => "p1"
 */
export function planInForce(
  context: Pick<KpiContext, "rows">,
  plans: ReadonlyMap<string, PayPlan>,
  of: { readonly memberId: MemberId; readonly period: Period },
): PayPlan | null {
  const member = context.rows.members.get(of.memberId);
  if (!member || !wasThere(member, of.period)) return null;
  const on = countingDay(member, of.period);
  let best: { readonly plan: PayPlan; readonly closeness: number } | null = null;
  for (const plan of plans.values()) {
    const holds = plan.from <= on && (plan.until === undefined || on < plan.until);
    if (plan.archived || !holds) continue;
    const closeness = closenessOf(context, plan, of);
    if (closeness === 0) continue;
    if (best === null || isBefore(best, { plan, closeness })) best = { plan, closeness };
  }
  return best?.plan ?? null;
}

/** How closely a plan speaks of a member in a period: 3 by name, 2 by the group that counts for them then, 1 as part of the
 * team, 0 not at all.
 * @example closenessOf(kpiWorld({}), { subjects: ["team"] }, { memberId: "m1", period: period("2026-Q1", 1) }) // => 1
 */
export function closenessOf(
  context: Pick<KpiContext, "rows">,
  plan: Pick<PayPlan, "subjects">,
  { memberId, period }: { readonly memberId: MemberId; readonly period: Period },
): number {
  const on = countingDay(context.rows.members.get(memberId) ?? {}, period);
  const groupId = groupIdOn(context.rows, memberId, on);
  return plan.subjects.reduce((most, key) => {
    const subject = parseSubjectKey(key);
    const isOne =
      subject.kind === "team" || ("id" in subject && (subject.id === memberId || subject.id === groupId));
    return isOne ? Math.max(most, CLOSENESS[subject.kind]) : most;
  }, 0);
}

/** Whether a member was on the team on at least one day of a period.
 * @example wasThere({ hiredOn: "2026-04-10" }, period("2026-Q1", 1)) // => false
 */
export function wasThere(
  member: Pick<Member, "hiredOn" | "leftOn">,
  { start, end }: Pick<Period, "start" | "end">,
): boolean {
  const hasCome = member.hiredOn === undefined || member.hiredOn < end;
  return hasCome && (member.leftOn === undefined || member.leftOn > start);
}

interface Candidate {
  readonly plan: PayPlan;
  readonly closeness: number;
}

function isBefore(a: Candidate, b: Candidate): boolean {
  if (a.closeness !== b.closeness) return a.closeness < b.closeness;
  if (a.plan.from !== b.plan.from) return a.plan.from < b.plan.from;
  return a.plan.id < b.plan.id;
}
