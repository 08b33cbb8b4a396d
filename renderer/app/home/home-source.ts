import { periodOf } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import { parsePeriod } from "../../../core/base/period.ts";
import type { KpiId, Subject } from "../../../core/base/id.ts";
import { subjectKey } from "../../../core/base/id.ts";
import type { WantedOf } from "../../../core/kpi/score-line.ts";
import { packBook } from "../../../core/review/pack-sources.ts";
import type { PackBook } from "../../../core/review/pack-sources.ts";
import { fiscalYearOf } from "../../../core/target/fiscal-year.ts";
import { targetTree } from "../../../core/target/target-tree.ts";
import type { TargetTree } from "../../../core/target/target-tree.ts";
import type { TargetLine } from "../../../core/target/records.ts";
import { teamFindings } from "../../../core/team/findings/team-findings.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { View } from "../../storage/view-store.ts";

/** What the squares are drawn from: the workspace in a period, on a day. */
export interface HomeSource {
  readonly workspace: Workspace;
  readonly book: PackBook;
  readonly wantedOf: WantedOf;
}

let last: { readonly workspace: Workspace; readonly key: string; readonly source: HomeSource } | null = null;

/** The source of a workspace, period and day; the same object for the same three. */
export function homeSource(workspace: Workspace, view: Pick<View, "periodId" | "today">): HomeSource {
  const key = `${view.periodId}|${view.today}`;
  if (last?.workspace === workspace && last.key === key) return last.source;
  const settings = settingsOf(workspace);
  const period: Period =
    parsePeriod(view.periodId, settings.fiscalStart) ?? periodOf(view.today, "quarter", settings.fiscalStart);
  const book = packBook({
    context: kpiContext(workspace, view.today),
    targetRows: workspace.rows,
    findings: teamFindings(workspace.rows, settings, view.today),
    commentaries: workspace.rows.commentaries,
    period,
    today: view.today,
  });
  const source = { workspace, book, wantedOf: wantedFrom(book) };
  last = { workspace, key, source };
  return source;
}

/** Targets and stretches as the trees say them, sums of parts included. Each tree is made when first asked for. */
function wantedFrom(book: PackBook): WantedOf {
  const treeByKey = new Map<string, TargetTree | null>();
  const treeOf = (kpiId: KpiId, line: TargetLine, period: Period): TargetTree | null => {
    const year = fiscalYearOf(period, book.context.settings.fiscalStart);
    const key = `${kpiId}|${line}|${year}`;
    const known = treeByKey.get(key);
    if (known !== undefined) return known;
    const tree = targetTree(book.targetRows, { kpiId, line, year });
    treeByKey.set(key, tree);
    return tree;
  };
  return (kpiId, subject, period) => ({
    target: valueIn(treeOf(kpiId, "target", period), subject, period),
    stretch: valueIn(treeOf(kpiId, "stretch", period), subject, period),
  });
}

function valueIn(tree: TargetTree | null, subject: Subject, period: Period): number | undefined {
  if (!tree) return undefined;
  const row = tree.rows.findIndex((one) => subjectKey(one.subject) === subjectKey(subject));
  const at = tree.periods.findIndex((one) => one.id === period.id);
  return row < 0 || at < 0 ? undefined : (tree.cells[row]?.[at]?.value ?? undefined);
}
