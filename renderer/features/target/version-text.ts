import type { Subject } from "../../../core/base/id.ts";
import type { Quantity } from "../../../core/base/message.ts";
import { quantityOf } from "../../../core/kpi/kpi-value.ts";
import { parseTargetId } from "../../../core/target/target-id.ts";
import type { ValueChange } from "../../../core/target/target-versions.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";

/** Whom a target is about, as people call them; the id where the person is gone. */
export function nameOfSubject(workspace: Workspace, subject: Subject, words: Words): string {
  if (subject.kind === "team") return words.text("base.team");
  if (subject.kind === "unassigned") return words.text("base.unassigned");
  if (subject.kind === "member") return workspace.rows.members.get(subject.id)?.name ?? subject.id;
  const group = workspace.rows.groups.get(subject.id);
  return group ? words.name(group.name) : subject.id;
}

/** A target's value in the unit of its KPI. */
export function targetQuantity(workspace: Workspace, targetId: string, value: number | null): Quantity {
  const place = parseTargetId(targetId);
  return quantityOf(workspace.rows.kpis.get(place?.kpiId ?? "")?.unit ?? "count", value);
}

/** One changed target: whose, when, on which line, from what to what. */
export function changeText(workspace: Workspace, change: ValueChange, words: Words): string {
  const place = parseTargetId(change.id);
  if (!place) return change.id;
  return words.text("target.reason.one", {
    subject: nameOfSubject(workspace, place.subject, words),
    period: words.period(place.periodId, "short"),
    line: words.text(`target.line.${place.line}`),
    before: targetQuantity(workspace, change.id, change.before),
    after: targetQuantity(workspace, change.id, change.after),
  });
}
