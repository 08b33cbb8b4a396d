import { parsePeriod, periodOf } from "../../../core/base/period.ts";
import type { WantedOf } from "../../../core/kpi/score-line.ts";
import { packBook } from "../../../core/review/pack-sources.ts";
import type { StandingBook } from "../../../core/review/pack-sources.ts";
import { wantedOf } from "../../../core/target/wanted-of.ts";
import { bookSources } from "../../../core/vault/book-sources.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { View } from "../../storage/view-store.ts";

/** What the squares are drawn from: the workspace in a period, on a day. */
export interface HomeSource {
  readonly workspace: Workspace;
  readonly book: StandingBook;
  readonly wantedOf: WantedOf;
}

let last: { readonly key: string; readonly source: HomeSource } | null = null;

/** The source of a workspace, period and day; the same object for the same three. */
export function homeSource(workspace: Workspace, view: Pick<View, "periodId" | "today">): HomeSource {
  const key = `${view.periodId}|${view.today}`;
  if (last?.source.workspace === workspace && last.key === key) return last.source;
  const { fiscalStart } = settingsOf(workspace);
  const period = parsePeriod(view.periodId, fiscalStart) ?? periodOf(view.today, "quarter", fiscalStart);
  const book = packBook(bookSources(workspace, { period, today: view.today }));
  const source = { workspace, book, wantedOf: wantedOf(workspace.rows) };
  last = { key, source };
  return source;
}
