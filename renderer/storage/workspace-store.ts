import { create } from "zustand";
import type { Workspace } from "../../core/vault/workspace.ts";

/** The whole workspace in memory. Only `commit` and the start put a new one in. */
export const workspaceStore = create<{ readonly workspace: Workspace | null }>(() => ({ workspace: null }));

/** Whether all facts have been read since the start, and what they ask for is made ready. */
export const readOnStore = create<{ readonly isReady: boolean }>(() => ({ isReady: false }));

/** The workspace on screen; throws before one is open, which only the shell may be. */
export function useWorkspace(): Workspace {
  const workspace = workspaceStore((state) => state.workspace);
  if (!workspace) throw new Error("no workspace is open");
  return workspace;
}

/** The workspace outside of React. */
export function currentWorkspace(): Workspace {
  const { workspace } = workspaceStore.getState();
  if (!workspace) throw new Error("no workspace is open");
  return workspace;
}
