import { FACT_TABLES } from "../../core/base/id.ts";
import { readNextPage } from "../../core/vault/lazy-pages.ts";
import type { FactStore } from "../../core/vault/workspace.ts";
import { workspaceStore } from "./workspace-store.ts";

/** A page of facts takes about as long. */
const PAGE_MS = 4;

/** Parses the pages that the start left, one by one while nobody needs the thread, so that nobody waits for them later. */
export function readOn(): void {
  requestIdleCallback((idle) => {
    const { workspace } = workspaceStore.getState();
    if (!workspace) return;
    const stores = FACT_TABLES.map((table) => workspace.facts[table] as unknown as FactStore);
    let isMore = true;
    while (isMore && idle.timeRemaining() > PAGE_MS) isMore = stores.some(readNextPage);
    if (isMore) readOn();
  });
}
