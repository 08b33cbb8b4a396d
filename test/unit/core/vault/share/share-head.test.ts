import { describe, expect, test } from "vitest";
import type { GroupId, MemberId } from "../../../../../core/base/id.ts";
import type { Day } from "../../../../../core/base/day.ts";
import {
  readWorkspaceFile,
  readWorkspaceHead,
  writeWorkspaceFile,
} from "../../../../../core/vault/workspace-file.ts";
import type { ShareScope } from "../../../../../core/vault/share/share-scope.ts";
import { smallWorkspace, standing } from "../build-workspace.ts";

const SCOPE: ShareScope = {
  id: "s1",
  members: ["m1" as MemberId],
  groups: ["g1" as GroupId],
  areas: ["customer", "target"],
  periods: { from: "2026-01-01" as Day, until: "2026-04-01" as Day },
  withPay: false,
  masked: false,
  withNotes: false,
};

const written = (share?: ShareScope) =>
  writeWorkspaceFile({ ...standing, workspace: smallWorkspace(), journal: [], share });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("the head of a workspace file", () => {
  test("says what a share file speaks of", () => {
    const read = readWorkspaceFile(written(SCOPE));
    expect(read.ok && read.value.head.share).toEqual(SCOPE);
    expect(readWorkspaceHead(written(SCOPE))?.share).toEqual(SCOPE);
  });

  test("says the same whatever the order in which a scope was put together", () => {
    const turned = Object.fromEntries(Object.entries(SCOPE).toReversed()) as unknown as ShareScope;
    expect(written(turned)).toEqual(written(SCOPE));
  });

  test("has no word of sharing in a backup", () => {
    expect(text(written()).split("\n")[0]).not.toContain("share");
    expect(readWorkspaceHead(written())).not.toHaveProperty("share");
  });

  test("is covered by the checksum, scope and all", () => {
    const forged = text(written(SCOPE)).replace('"withPay":false', '"withPay":true');
    const read = readWorkspaceFile(new TextEncoder().encode(forged));
    expect(!read.ok && read.error[0]!.message.key).toBe("vault.file.damaged");
  });
});
