import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { TableName } from "../../base/id.ts";
import { ruleMessage } from "../../meeting/schedule/series-rule.ts";

/** The key of the word for a value, by `<table>.<path>`. */
const KEY_BY_PATH: Readonly<Record<string, (value: string) => string>> = {
  "settings.salesBasis": (value) => `vault.settings.salesBasis.${value}`,
  "settings.newCustomerBy": (value) => `vault.settings.newCustomerBy.${value}`,
  "settings.complaintPer": (value) => `vault.table.${value}`,
  "groups.color": (value) => `team.color.${value}`,
  "memberships.grade": (value) => `team.grade.${value}`,
  "absences.kind": (value) => `team.absence.${value}`,
  "skillExpectations.grade": (value) => `team.grade.${value}`,
  "skillRatings.source": (value) => `vault.merge.value.by.${value}`,
  "kpis.unit": (value) => `kpi.unit.${value}`,
  "kpis.direction": (value) => `kpi.direction.${value}`,
  "kpis.source": (value) => `kpi.source.${value}`,
  "kpis.metric": (value) => `kpi.metric.${value}`,
  "kpis.kind": (value) => `kpi.kind.${value}`,
  "kpis.frequency": (value) => `kpi.frequency.${value}`,
  "targets.line": (value) => `target.line.${value}`,
  "calendarDays.kind": (value) => `target.calendar.kind.${value}`,
  "batches.object": (value) => `customer.object.${value}`,
  "batches.mode": (value) => `customer.wizard.mode.${value}`,
  "batches.columns.dateOrder": (value) => `customer.wizard.order.${value}`,
  "mappings.object": (value) => `customer.object.${value}`,
  "mappings.columns.dateOrder": (value) => `customer.wizard.order.${value}`,
  "stages.category": (value) => `customer.category.${value}`,
  "matchVerdicts.table": (value) => `vault.table.${value}`,
  "matchVerdicts.verdict": (value) => `customer.match.${value}`,
  "tasks.kind": (value) => `team.task.kind.${value}`,
  "tasks.status": (value) => `team.task.status.${value}`,
  "courses.topic": (value) => `training.topic.${value}`,
  "courses.mandatoryFor": (value) => `training.mandatory.${value}`,
  "trainingSessions.status": (value) => `training.status.${value}`,
  "enrolments.kind": (value) => `training.kind.${value}`,
  "enrolments.attendance": (value) => `training.attendance.${value}`,
  "payPlans.frequency": (value) => `incentive.frequency.${value}`,
  "payPlans.rules.kind": (value) => `incentive.line.${value}`,
  "payPlans.rules.basis": (value) => `incentive.basis.${value}`,
  "payPlans.rules.shape": (value) => `incentive.shape.${value}`,
  "payPlans.rules.by": (value) => `incentive.by.${value}`,
  "payPlans.rules.among": (value) => `incentive.among.${value}`,
  "payPlans.rules.split": (value) => `incentive.split.${value}`,
  "payAdjustments.kind": (value) => `incentive.adjust.kind.${value}`,
  "rewardBudgets.kind": (value) => `incentive.budget.${value}`,
  "ladderSteps.toGrade": (value) => `team.grade.${value}`,
  "ladderSteps.criteria.kind": (value) => `incentive.criterion.kind.${value}`,
  "promotions.outcome": (value) => `incentive.decision.outcome.${value}`,
  "recognitions.kind": (value) => `incentive.recognition.kind.${value}`,
  "rewardEvents.kind": (value) => `incentive.event.kind.${value}`,
  "meetingSeries.kind": (value) => `meeting.kind.${value}`,
  "meetingSeries.onHoliday": (value) => `meeting.series.holiday.${value}`,
  "meetings.kind": (value) => `meeting.kind.${value}`,
  "meetings.state": (value) => `vault.merge.value.meeting.${value}`,
  "meetings.attendance.state": (value) => `meeting.attendance.${value}`,
  "meetings.items.kind": (value) => `meeting.agenda.kind.${value}`,
  "meetings.items.state": (value) => `vault.merge.value.line.${value}`,
  "actions.state": (value) => `meeting.action.status.${value}`,
  "reviewCycles.state": (value) => `review.cycle.state.${value}`,
  "evidence.tone": (value) => `review.evidence.tone.${value}`,
  "evidence.link.table": (value) => `vault.table.${value}`,
  "improvementPlans.checkpoints.result": (value) => `review.plan.result.${value}`,
  "improvementPlans.outcome.result": (value) => `review.plan.result.${value}`,
  "deals.category": (value) => `customer.category.${value}`,
  "measurements.source": (value) => `vault.merge.value.by.${value}`,
  "answers.scale": (value) => `customer.answer.${value}`,
  "twins.table": (value) => `vault.table.${value}`,
  "batchChanges.table": (value) => `vault.table.${value}`,
  "batchChanges.kind": (value) => `vault.merge.count.${value}`,
};

/** The word for a value that is kept as a code: a choice of a list, a rule of repetition, the system that a record is from.
 * `null`: it is text as it stands. `path` leads from the record to the value, without the places in lists.
 * @example valueWord("deals", "category", "won") // => { key: "customer.category.won" }
 * @example valueWord("deals", "name", "won") // => null
 */
export function valueWord(table: TableName, path: string, value: string): Message | null {
  if (table === "meetingSeries" && path === "rule") return ruleMessage(value);
  if (path === "mandatoryFor" && value !== "all") return null;
  // Who says how large a market is, is typed as it is.
  const isSource = (path === "source" && table !== "marketSizes") || path === "sourceOrder";
  const key = KEY_BY_PATH[`${table}.${path}`]?.(value) ?? (isSource ? `customer.source.${value}` : undefined);
  return key === undefined ? null : message(key);
}
