import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { parentPeriod, period as periodFrom, periodOf, shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { recordHash } from "../../base/record-hash.ts";
import type { Statement } from "../records.ts";
import type { PayContext } from "./pay-context.ts";
import type { PayPlace } from "./rule-input.ts";
import { approvedOf, statementOf } from "./statement-of.ts";

/** Approves statements of a period: each is kept as it stands today, with its plan, facts and steps, and a hash of all that;
 * from then on it is never edited. All or none. Refused with the person's name: the period is not over, it is approved already,
 * there is nothing to approve, or an earlier period must be approved first.
 * @example approveStatements({ kpi: kpiWorld({ members: [aMember("m1")], today: "2026-02-01" }), rows: { payPlans: new Map(), statements: new Map(), payAdjustments: new Map() }, wantedOf: () => ({}) }, ["m1"], period("2026-Q1", 1)).error[0].message.key // => "incentive.problem.not-over"
 */
export function approveStatements(
  context: PayContext,
  memberIds: readonly MemberId[],
  period: Period,
): Result<readonly Change[]> {
  const problems = memberIds.flatMap((memberId) => {
    const why = whyNotApproved(context, { memberId, period });
    return why ? [{ message: why }] : [];
  });
  if (problems.length > 0) return fail(problems);
  const statements = memberIds.map((memberId) => sealed(context, { memberId, period }));
  return ok(statements.length === 0 ? [] : [putRecords<Statement>("statements", statements)]);
}

/** Why a member's statement cannot be approved now; `null` when it can.
 * @example whyNotApproved({ kpi: kpiWorld({ members: [aMember("m1")], today: "2026-05-01" }), rows: { payPlans: new Map(), statements: new Map(), payAdjustments: new Map() }, wantedOf: () => ({}) }, { memberId: "m1", period: period("2026-Q1", 1) }).key // => "incentive.problem.nothing"
 */
export function whyNotApproved(context: PayContext, of: PayPlace): Message | null {
  const { today, settings, rows } = context.kpi;
  const params = {
    name: rows.members.get(of.memberId)?.name ?? of.memberId,
    period: { period: of.period.id },
  };
  if (of.period.end > today) return message("incentive.problem.not-over", params);
  const approved = approvedOf(context, of.memberId);
  if (approved.some((one) => one.periodId === of.period.id)) {
    return message("incentive.problem.approved", params);
  }
  const last = approved.at(-1);
  const lastEnd = last && periodFrom(last.periodId, settings.fiscalStart).end;
  if (lastEnd !== undefined && of.period.start < lastEnd) return message("incentive.problem.later", params);
  const before = lastEnd === undefined ? null : passedOver(context, of, lastEnd);
  if (before) return message("incentive.problem.earlier", { ...params, before: { period: before.id } });
  return statementOf(context, of) === null ? message("incentive.problem.nothing", params) : null;
}

/** The earliest period since the last approved one, month or quarter, that has a statement: it must be approved first. */
function passedOver(context: PayContext, { memberId, period }: PayPlace, lastEnd: Day): Period | null {
  const { fiscalStart } = context.kpi.settings;
  let month = periodOf(lastEnd, "month", fiscalStart);
  while (month.end <= period.start) {
    const found = [parentPeriod(month, fiscalStart)!, month].find(
      (one) =>
        one.start >= lastEnd &&
        one.end <= period.start &&
        statementOf(context, { memberId, period: one }) !== null,
    );
    if (found) return found;
    month = shiftPeriod(month, 1, fiscalStart);
  }
  return null;
}

/** Whether an approved statement is what was approved: its hash is that of the rest.
 * @example isUntouched({ id: "m1|2026-Q1", hash: "" }) // => false
 */
export function isUntouched(statement: Statement): boolean {
  return statementHash(statement) === statement.hash;
}

function sealed(context: PayContext, of: PayPlace): Statement {
  const { id, memberId, period, plan, lines, total, drawDebt } = statementOf(context, of)!;
  const rest = {
    id,
    memberId,
    periodId: period.id,
    approvedOn: context.kpi.today,
    plan,
    lines: [...lines],
    total,
    drawDebt,
  };
  return { ...rest, hash: statementHash(rest) };
}

function statementHash(statement: Omit<Statement, "hash">): string {
  const { hash: _hash, ...rest } = statement as Statement;
  return recordHash(rest);
}
