import type { Day } from "../core/base/day.ts";
import type { Subject } from "../core/base/id.ts";
import type { Quantity } from "../core/base/message.ts";
import { moneyToDecimal } from "../core/base/money.ts";
import type { Period } from "../core/base/period.ts";
import { kpiValue } from "../core/kpi/kpi-value.ts";
import { BOOK_METRICS } from "../core/kpi/records.ts";
import { subjectLabel } from "../core/kpi/subject-label.ts";
import { inOrder } from "../core/team/team-rows.ts";
import { kpiContext } from "../core/vault/kpi-context.ts";
import { settingsOf } from "../core/vault/workspace.ts";
import type { Workspace } from "../core/vault/workspace.ts";
import type { Words } from "../core/words/words.ts";

export type KpiRowsBy = "member" | "group" | "team";

/** One line of `kpi`: money as a decimal string in main units, everything else as a number, `null` with a note where there is
 * no value. */
export interface KpiRow {
  readonly subject: { readonly kind: Subject["kind"]; readonly id: string; readonly name: string };
  readonly kpi: string;
  readonly value: string | number | null;
  readonly unit: Quantity["unit"];
  readonly n: number;
  readonly note?: string;
}

/** The rows of the `kpi` command: every metric of the book and every typed KPI, for each subject; by member and by group
 * those whom no member owns are a subject of their own. */
export function kpiRows(
  workspace: Workspace,
  of: { readonly period: Period; readonly by: KpiRowsBy; readonly today: Day; readonly say: Words },
): readonly KpiRow[] {
  const context = kpiContext(workspace, of.today);
  const { currency } = settingsOf(workspace);
  const typed = inOrder(workspace.rows.kpis).filter((kpi) => kpi.source === "typed" && !kpi.archived);
  const kpiIds = [...BOOK_METRICS, ...typed.map((kpi) => kpi.id)];
  return subjectsBy(workspace, of.by).flatMap((subject) => {
    const label = subjectLabel(context, subject);
    const name = typeof label === "string" ? label : of.say.say(label);
    const named = { kind: subject.kind, id: "id" in subject ? subject.id : subject.kind, name };
    return kpiIds.map((kpi) => {
      const { value, n, note } = kpiValue(context, kpi, { subject, period: of.period });
      return {
        subject: named,
        kpi,
        value: printed(value, currency),
        unit: value.unit,
        n,
        ...(note && value.value === null ? { note: of.say.say(note) } : {}),
      };
    });
  });
}

function subjectsBy(workspace: Workspace, by: KpiRowsBy): readonly Subject[] {
  if (by === "team") return [{ kind: "team" }];
  const subjects: readonly Subject[] =
    by === "member"
      ? inOrder(workspace.rows.members).map((member) => ({ kind: "member", id: member.id }))
      : inOrder(workspace.rows.groups).map((group) => ({ kind: "group", id: group.id }));
  return [...subjects, { kind: "unassigned" }];
}

function printed(quantity: Quantity, currency: string): string | number | null {
  if (quantity.value === null) return null;
  return quantity.unit === "money" ? moneyToDecimal(quantity.value, currency) : quantity.value;
}
