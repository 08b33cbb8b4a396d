import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SCHEMA_VERSION } from "../../../../core/vault/upgrades/upgrade-data.ts";
import { readWorkspaceFile } from "../../../../core/vault/workspace-file.ts";
import { factsOf } from "../../../../core/vault/workspace.ts";

/* One backup of every schema there ever was, written by the build of its time and never touched again. */

const released = (schema: number) =>
  readFileSync(new URL(`../../../fixtures/workspaces/schema-${schema}.jiugong`, import.meta.url));

describe("backups of older schemas", () => {
  it("has a fixture of every schema before this one", () => {
    for (let schema = 1; schema < SCHEMA_VERSION; schema += 1) {
      expect(readWorkspaceFile(released(schema))).toMatchObject({ ok: true, value: { head: { schema } } });
    }
  });

  it("opens a book of schema 1 with every order, member and import that it had", () => {
    const read = readWorkspaceFile(released(1));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { workspace } = read.value;
    expect(factsOf(workspace, "orders")).toHaveLength(20);
    expect(workspace.rows.batches.size).toBe(1);
    expect(factsOf(workspace, "answers")).toEqual([]);
  });

  it("opens a book of two systems of schema 2, whose rooms of later schemas are empty", () => {
    const read = readWorkspaceFile(released(2));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { workspace } = read.value;
    expect(factsOf(workspace, "customers")).toHaveLength(8);
    expect([...workspace.rows.targets.values()].map((target) => target.value)).toEqual([
      10_000_000, 20_000_000,
    ]);
    expect(workspace.rows.meetings.size + workspace.rows.courses.size + workspace.rows.payPlans.size).toBe(0);
  });

  it("opens a team of schema 3 with its reviews, and without improvement plans", () => {
    const read = readWorkspaceFile(released(3));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { rows } = read.value.workspace;
    expect([rows.reviews.size, rows.reviewSnapshots.size, rows.actions.size]).toEqual([16, 1, 3]);
    expect(rows.improvementPlans.size).toBe(0);
  });
});
