import { describe, expect, test } from "vitest";
import { setFields } from "../../../../../core/base/change.ts";
import type { Deal } from "../../../../../core/customer/records.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import { runToEnd } from "../../../../../core/base/run-to-end.ts";
import type { Stamp } from "../../../../../core/base/stamp.ts";
import { applyChanges } from "../../../../../core/vault/apply-changes.ts";
import { mergeChanges } from "../../../../../core/vault/merge/merge-changes.ts";
import { planMerge } from "../../../../../core/vault/merge/plan-merge.ts";
import { workspaceWithout } from "../../../../../core/vault/person/erase-person.ts";
import { bothErased, countForgotten, withoutForgotten } from "../../../../../core/vault/person/forgotten.ts";
import { personMarks } from "../../../../../core/vault/person/person-marks.ts";
import { factsOf, settingsOf } from "../../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { writeWorkspaceFile } from "../../../../../core/vault/workspace-file.ts";
import { anEraseChoice } from "../../../../builders/vault-person.ts";
import { aSample } from "../../../../builders/vault-sample.ts";
import { standing } from "../build-workspace.ts";

const older = aSample();
const WANG = "m-wang-fang" as MemberId;
const AT = "0mhxyz000-0000-d1" as Stamp;
const LATER = "0mhxyz111-0000-d2" as Stamp;
const { workspace: here } = workspaceWithout(older, [], { ...anEraseChoice(), stamp: AT });
const { own: marks } = personMarks(older, WANG);

/** Names of the erased person that stand in the bytes of a state. */
function named(workspace: Workspace): readonly string[] {
  const text = new TextDecoder().decode(writeWorkspaceFile({ ...standing, workspace, journal: [] }));
  return marks.filter((mark) => text.includes(mark));
}

function merged(mine: Workspace, theirs: Workspace): Workspace {
  const copies = { mine: { workspace: mine, stamp: AT }, theirs: { workspace: theirs, stamp: LATER } };
  const changes = mergeChanges(runToEnd(planMerge(copies)), new Map());
  return applyChanges(mine, changes, LATER);
}

describe("somebody who was erased", () => {
  test("is known again in an older copy, by what does not say who it was", () => {
    expect(countForgotten(settingsOf(here), older)).toBe(1);
    expect(JSON.stringify(settingsOf(here).erased)).not.toContain(WANG);
    expect(countForgotten(settingsOf(older), older)).toBe(0);
  });

  test("is erased in an older copy that comes in, to the last name", () => {
    expect(named(older).length).toBeGreaterThan(2);
    const { workspace, count } = withoutForgotten(settingsOf(here), { workspace: older, journal: [] });
    expect([count, named(workspace)]).toEqual([1, []]);
    expect(settingsOf(workspace).erased).toEqual(settingsOf(here).erased);
  });

  test("does not come back by a merge with a copy in which others went on with their deals", () => {
    const deal = factsOf(older, "deals").find(({ ownerName }) => ownerName === "王芳")!;
    const theirs = applyChanges(older, [setFields<Deal>("deals", deal.id, { amount: 777 as never })], LATER);
    expect(named(merged(here, theirs))).not.toEqual([]);
    const { workspace } = withoutForgotten(settingsOf(here), { workspace: theirs, journal: [] });
    const after = merged(here, workspace);
    expect(named(after)).toEqual([]);
    expect(factsOf(after, "deals").some(({ amount }) => amount === 777)).toBe(true);
  });

  test("leaves no change to be merged where nothing else differs", () => {
    const { workspace } = withoutForgotten(settingsOf(here), { workspace: older, journal: [] });
    expect(named(merged(here, workspace))).toEqual([]);
  });
});

test("what two copies know of erasures is put together in one order, whichever comes first", () => {
  const [one] = settingsOf(here).erased!;
  const other = { ...one!, who: "0".repeat(64) };
  expect(bothErased([one!], [other])).toEqual([other, one]);
  expect(bothErased([other], [one!])).toEqual([other, one]);
  expect(bothErased([one!], undefined)).toEqual([one]);
});
