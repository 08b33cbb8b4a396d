import { commit } from "../../renderer/storage/commit.ts";
import { closeWorkspace, deleteDatabase, openWorkspace } from "../../renderer/storage/open-workspace.ts";
import { createWorkspace } from "../../renderer/storage/replace-workspace.ts";
import { currentWorkspace } from "../../renderer/storage/workspace-store.ts";
import { SETTINGS, skill } from "../unit/core/vault/build-workspace.ts";
import { MemoryFolder } from "./memory-folder.ts";
import { memoryPlatform } from "./memory-platform.ts";

/* A workspace that is stored, with a ledger in memory. The test loads a database in memory first. */

/** Begins one with a skill "s1", and leaves it open. */
export async function beginStored(): Promise<MemoryFolder> {
  const folder = new MemoryFolder();
  await deleteDatabase();
  await openWorkspace(memoryPlatform(folder));
  await createWorkspace(SETTINGS);
  await putSkill("s1");
  return folder;
}

/** The app leaves and comes again, as after a restart. */
export async function restart(folder: MemoryFolder) {
  await closeWorkspace();
  return openWorkspace(memoryPlatform(folder));
}

export const putSkill = (id: string) =>
  commit({ key: "test.label" }, [{ op: "put", table: "skills", records: [skill(id)] }]);

export const skillIds = () => [...currentWorkspace().rows.skills.keys()];
