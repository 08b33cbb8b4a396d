import { describe, expect, it } from "vitest";
import type { Change } from "../../../../core/base/change.ts";
import { applyChanges } from "../../../../core/vault/apply-changes.ts";
import { CommitDraft } from "../../../../core/vault/commit-draft.ts";
import { skill, smallWorkspace, stampAt } from "./build-workspace.ts";

const added: Change = { op: "put", table: "skills", records: [skill("s9", 9)] };
const archived: Change = { op: "set", table: "skills", id: "s9", fields: { archived: true } };
const gone: Change = { op: "set", table: "skills", id: "nobody", fields: { archived: true } };

function draftOf(...changes: readonly Change[]): CommitDraft {
  const draft = new CommitDraft(smallWorkspace(), stampAt(9));
  for (const change of changes) draft.add(change);
  return draft;
}

describe("a commit drafted change by change", () => {
  it("comes to what its changes come to together", () => {
    const outcome = draftOf(added, archived).finish();
    const together = applyChanges(smallWorkspace(), [added, archived], stampAt(9));
    expect(outcome).toEqual({ ok: true, value: { changes: [added, archived], after: together } });
  });

  it("is refused whole for one wrong change, and says everything that is wrong", () => {
    const wrong = { op: "put", table: "skills", records: [{ id: "s8" }] } as Change;
    const outcome = draftOf(added, gone, wrong).finish();
    expect(!outcome.ok && outcome.error.map((problem) => problem.message.key)).toEqual(
      expect.arrayContaining(["vault.problem.record-gone", "vault.problem.field"]),
    );
  });

  it("is not made of a change that follows on a wrong one", () => {
    expect(() => draftOf(gone, gone)).not.toThrow();
  });

  it("leaves the workspace that it began with as it was", () => {
    const before = smallWorkspace();
    const draft = new CommitDraft(before, stampAt(9));
    draft.add(added);
    draft.finish();
    expect(before).toEqual(smallWorkspace());
  });
});
