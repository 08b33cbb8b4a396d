import { FACT_TABLES } from "../../core/base/id.ts";
import { customersWaitingSteps } from "../../core/customer/care.ts";
import { caseFindings } from "../../core/customer/case-findings.ts";
import { bookPreparation } from "../../core/kpi/prepare-book.ts";
import { kpiContext } from "../../core/vault/kpi-context.ts";
import { readNextPage } from "../../core/vault/lazy-pages.ts";
import { settingsOf } from "../../core/vault/workspace.ts";
import type { FactStore, Workspace } from "../../core/vault/workspace.ts";
import { useView } from "./view-store.ts";
import { readOnStore, workspaceStore } from "./workspace-store.ts";

/** A page of facts takes about as long. */
const PAGE_MS = 4;
/** The longest step of the preparation of a large book takes about as long. */
const STEP_MS = 10;

/** Parses the pages that the start left, one by one while nobody needs the thread, so that nobody waits for them later; then
 * makes ready what figures and analysis are answered from. */
export function readOn(): void {
  requestIdleCallback((idle) => {
    const { workspace } = workspaceStore.getState();
    if (!workspace) return;
    const stores = FACT_TABLES.map((table) => workspace.facts[table] as unknown as FactStore);
    let isMore = true;
    while (isMore && idle.timeRemaining() > PAGE_MS) isMore = stores.some(readNextPage);
    if (isMore) readOn();
    else prepare(workspace);
  });
}

/** A change in the meantime begins again with the pages that it left alone already made. */
function prepare(workspace: Workspace): void {
  const steps = preparation(workspace);
  const go = (): void => {
    requestIdleCallback((idle) => {
      const now = workspaceStore.getState().workspace;
      if (now !== workspace) {
        if (now) prepare(now);
        return;
      }
      let isDone = false;
      while (!isDone && idle.timeRemaining() > STEP_MS) isDone = steps.next().done === true;
      if (!isDone) go();
    });
  };
  go();
}

/** What home asks for comes first: of a big book it is not said before. */
function* preparation(workspace: Workspace): Generator<void, void> {
  const { today } = useView.getState();
  yield* customersWaitingSteps(workspace.facts, { today, settings: settingsOf(workspace) });
  caseFindings(workspace.facts.cases, today);
  readOnStore.setState({ isReady: true });
  yield;
  yield* bookPreparation(kpiContext(workspace, today));
}
