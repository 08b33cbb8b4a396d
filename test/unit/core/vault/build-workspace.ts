import type { Change } from "../../../../core/base/change.ts";
import type { Settings } from "../../../../core/base/settings.ts";
import type { Stamp } from "../../../../core/base/stamp.ts";
import { applyChanges } from "../../../../core/vault/apply-changes.ts";
import { emptyWorkspace } from "../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";

export const SETTINGS: Settings = {
  id: "workspace",
  name: "华东销售部",
  currency: "CNY",
  fiscalStart: 1,
  salesBasis: "won",
  newCustomerBy: "deal",
  dutyLimit: 6,
};

export const stampAt = (count: number): Stamp =>
  `0000000rs-${count.toString(36).padStart(4, "0")}-d1` as Stamp;

export const standing = {
  app: "0.1.0",
  at: "2026-11-23T08:00:00.000Z",
  generation: "g1",
  sequence: 7,
  stamp: stampAt(7),
};

export const skill = (id: string, order = 1) => ({
  id,
  name: { zh: "谈判", en: "" },
  order,
  archived: false,
});

export const customer = (id: string, name = "云帆科技") => ({ id, name, source: "typed" as const });

export const order = (id: string, amount = 100) => ({
  id,
  number: id,
  on: "2026-03-01",
  amount,
  source: "generic" as const,
});

export function workspaceAfter(...commits: readonly (readonly Change[])[]): Workspace {
  return commits.reduce<Workspace>(
    (workspace, changes, index) => applyChanges(workspace, changes, stampAt(index + 1)),
    emptyWorkspace(SETTINGS),
  );
}

/** One of each: rows, facts, a field with its own stamp, a tombstone. */
export function smallWorkspace(): Workspace {
  return workspaceAfter(
    [
      { op: "put", table: "skills", records: [skill("s1"), skill("s2", 2)] },
      { op: "put", table: "customers", records: [customer("c1"), customer("c2", "远山贸易")] },
    ],
    [{ op: "set", table: "skills", id: "s1", fields: { archived: true } }],
    [{ op: "remove", table: "customers", ids: ["c1"] }],
  );
}
