import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fail } from "../../../../core/base/result.ts";
import type { Platform } from "../../../../renderer/platform/platform.ts";
import { closeWorkspace, openWorkspace } from "../../../../renderer/storage/open-workspace.ts";
import { saveStatus } from "../../../../renderer/storage/save-status.ts";
import type { MemoryFolder } from "../../../builders/memory-folder.ts";
import { memoryPlatform } from "../../../builders/memory-platform.ts";
import { beginStored, putSkill, restart, skillIds } from "../../../builders/stored-team.ts";

let folder: MemoryFolder;

beforeEach(async () => {
  folder = await beginStored();
  await closeWorkspace();
});
afterEach(closeWorkspace);

/** Whoever writes the ledger dies at the next entry: once it is on the disk, or before. */
function dying(at: "written" | "before"): Platform {
  const platform = memoryPlatform(folder);
  let left = at === "written" ? 1 : 0;
  const append = async (entry: Uint8Array) => {
    if (left > 0) await platform.ledger.append(entry);
    left = 0;
    return fail("unknown" as const);
  };
  return { ...platform, ledger: { ...platform.ledger, append } };
}

it.each([
  ["written" as const, ["s1", "s2"]],
  ["before" as const, ["s1"]],
])(
  "a ledger whose writer died stops all writing; what was acknowledged is there at the next start and the one after (%s)",
  async (at, found) => {
    await openWorkspace(dying(at));
    expect((await putSkill("s2")).ok).toBe(false);
    expect(saveStatus.getState().state).toBe("unknown");
    expect((await putSkill("s3")).ok).toBe(false);
    await restart(folder);
    expect(skillIds()).toEqual(found);
    await putSkill("s4");
    await restart(folder);
    expect(skillIds()).toEqual([...found, "s4"]);
  },
);
