import { describe, expect, it } from "vitest";
import { compareWorkspaces } from "../../../../core/vault/compare-workspaces.ts";
import { customer, skill, smallWorkspace, workspaceAfter } from "./build-workspace.ts";

describe("comparing two states", () => {
  it("counts records that are in one alone and records whose contents differ", () => {
    const now = workspaceAfter([
      { op: "put", table: "skills", records: [skill("a"), skill("b"), skill("c")] },
    ]);
    const then = workspaceAfter([
      { op: "put", table: "skills", records: [skill("b", 9), skill("c"), skill("d")] },
    ]);
    const skills = compareWorkspaces(now, then).find(({ table }) => table === "skills");
    expect(skills).toEqual({ table: "skills", now: 3, other: 3, different: 3 });
  });

  it("finds no difference between a state and itself, in rows and in facts", () => {
    const found = compareWorkspaces(smallWorkspace(), smallWorkspace());
    expect(found.map(({ table, different }) => [table, different])).toEqual([
      ["settings", 0],
      ["skills", 0],
      ["customers", 0],
    ]);
  });

  it("looks at facts by id, not by place", () => {
    const of = (...ids: readonly string[]) =>
      workspaceAfter([{ op: "put", table: "customers", records: ids.map((id) => customer(id)) }]);
    const customers = compareWorkspaces(of("a", "b"), of("b", "a"))[1];
    expect(customers).toEqual({ table: "customers", now: 2, other: 2, different: 0 });
  });
});
