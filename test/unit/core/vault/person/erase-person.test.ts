import { describe, expect, test } from "vitest";
import { putRecords } from "../../../../../core/base/change.ts";
import type { Change } from "../../../../../core/base/change.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import { message } from "../../../../../core/base/message.ts";
import type { Stamp } from "../../../../../core/base/stamp.ts";
import { isUntouched as isStatementUntouched } from "../../../../../core/incentive/pay/approve.ts";
import { isUntouched as isReviewUntouched } from "../../../../../core/review/review-snapshot.ts";
import { applyChanges } from "../../../../../core/vault/apply-changes.ts";
import { erasePerson, workspaceWithout } from "../../../../../core/vault/person/erase-person.ts";
import type { EraseChoice } from "../../../../../core/vault/person/erase-person.ts";
import { personMarks } from "../../../../../core/vault/person/person-marks.ts";
import { factsOf, rowsOf } from "../../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { writeWorkspaceFile } from "../../../../../core/vault/workspace-file.ts";
import { anEraseChoice } from "../../../../builders/vault-person.ts";
import { aSample } from "../../../../builders/vault-sample.ts";
import { brokenRecords, danglingTexts } from "../../../../builders/vault-share-checks.ts";
import { standing } from "../build-workspace.ts";

const sample = aSample();
const WANG = "m-wang-fang" as MemberId;
const STAMP = "0mhxyz000-0000-d1" as Stamp;
const JOURNAL = [
  {
    sequence: 1,
    atMs: 1,
    kind: "do" as const,
    label: message("team.renamed", { name: "王芳", by: message("x", { who: WANG }) }),
    touched: {},
  },
];
const without = (changed: Partial<EraseChoice> = {}, of = sample) =>
  workspaceWithout(of, JOURNAL, { ...anEraseChoice(changed), stamp: STAMP });
const bytesOf = ({ workspace, journal }: ReturnType<typeof without>) =>
  new TextDecoder().decode(writeWorkspaceFile({ ...standing, workspace, journal }));
const applied = (changes: readonly Change[]) => applyChanges(sample, changes, STAMP);
const sumOf = (workspace: Workspace) =>
  factsOf(workspace, "orders").reduce((sum, order) => sum + order.amount, 0);

describe("erasing a person", () => {
  test.each(["neutral", "remove"] as const)(
    "leaves no name, address or number of theirs in the bytes, sealed papers %s",
    (sealed) => {
      const bytes = bytesOf(without({ statements: sealed, reviews: sealed }));
      const { own } = personMarks(sample, WANG);
      expect(own.length).toBeGreaterThan(2);
      expect(own.filter((mark) => bytes.includes(mark))).toEqual([]);
    },
  );

  test("leaves their id only where deletions are remembered, so that no other copy brings them back", () => {
    const { workspace, journal } = without();
    expect(bytesOf({ workspace: { ...workspace, tombstones: new Map() }, journal })).not.toContain(WANG);
    expect(workspace.tombstones.get(`members/${WANG}`)).toBe(STAMP);
  });

  test("leaves no reference without its record, and records that fit their schemas", () => {
    const { workspace } = without();
    expect(brokenRecords(workspace)).toEqual([]);
    expect(danglingTexts(sample, workspace)).toEqual([]);
  });

  test("keeps every deal and order, and their sums, owned by the neutral name", () => {
    const { workspace } = without();
    expect(factsOf(workspace, "deals").length).toBe(factsOf(sample, "deals").length);
    expect(sumOf(workspace)).toBe(sumOf(sample));
    const owned = (of: Workspace, name: string) =>
      factsOf(of, "orders").filter(({ ownerName }) => ownerName === name).length;
    expect(owned(workspace, "Former member 1")).toBe(owned(sample, "王芳"));
    expect(owned(sample, "王芳")).toBeGreaterThan(0);
  });

  test("keeps targets and values under the neutral id, so that sums of groups stay", () => {
    const { workspace } = without();
    const total = (of: Workspace) => rowsOf(of, "targets").reduce((sum, { value }) => sum + value, 0);
    expect(workspace.rows.targets.size).toBe(sample.rows.targets.size);
    expect(total(workspace)).toBe(total(sample));
  });

  test("removes what is about them alone", () => {
    const { rows } = without().workspace;
    for (const table of [
      "absences",
      "skillRatings",
      "evidence",
      "oneToOneNotes",
      "reviews",
      "enrolments",
    ] as const) {
      const left = [...rows[table].values()].filter(({ memberId }) => memberId === "erased-1");
      expect([table, left]).toEqual([table, []]);
    }
  });

  test("keeps sealed statements and reviews as figures, sealed anew", () => {
    const { rows } = without().workspace;
    const theirs = [...rows.statements.values()].filter(({ memberId }) => memberId === "erased-1");
    expect(theirs.map(({ total }) => total)).toEqual(
      [...sample.rows.statements.values()]
        .filter(({ memberId }) => memberId === WANG)
        .map(({ total }) => total),
    );
    expect([...rows.statements.values()].every(isStatementUntouched)).toBe(true);
    expect([...rows.reviewSnapshots.values()].every(isReviewUntouched)).toBe(true);
    const entry = [...rows.reviewSnapshots.values()][0]!.members.find(
      ({ memberId }) => memberId === "erased-1",
    );
    expect([entry?.name, entry?.review]).toEqual(["Former member 1", null]);
  });

  test("says nothing of the reason of an adjustment, in the statement either", () => {
    const of = rowsOf(sample, "statements").find(({ memberId }) => memberId === WANG)!;
    const [first] = of.lines;
    const adjustment = { ...first!, key: "adjustment:x", kind: "adjustment", label: "产假回来补发差额" };
    const lines = [...of.lines, adjustment];
    const { rows } = without({}, applied([putRecords("statements", [{ ...of, lines }])])).workspace;
    const after = [...rows.statements.values()].find((one) => one.lines.at(-1)?.kind === "adjustment")!;
    expect(after.lines.map(({ label }) => label)).toEqual([
      ...of.lines.map(({ label }) => label),
      "Former member 1",
    ]);
    expect(isStatementUntouched(after)).toBe(true);
  });

  test("removes sealed statements and reviews where that is chosen", () => {
    const { rows } = without({ statements: "remove", reviews: "remove" }).workspace;
    expect([...rows.statements.values()].some(({ memberId }) => memberId === "erased-1")).toBe(false);
    expect(
      [...rows.reviewSnapshots.values()]
        .flatMap(({ members }) => members)
        .some(({ memberId }) => memberId === "erased-1"),
    ).toBe(false);
  });

  test("keeps the days on the team alone of the person's own record", () => {
    expect(without().workspace.rows.members.get("erased-1")).toEqual({
      id: "erased-1",
      name: "Former member 1",
      hiredOn: sample.rows.members.get(WANG)!.hiredOn,
      leftOn: "2026-11-23",
      ftePercent: 100,
      aliases: [],
      interests: {},
      notes: "",
      order: sample.rows.members.get(WANG)!.order,
    });
  });

  test("says how many records of each table go and how many no longer say who it was", () => {
    const { counts } = erasePerson(sample, anEraseChoice());
    expect(counts.find(({ table }) => table === "members")).toEqual({
      table: "members",
      removed: 0,
      rewritten: 1,
    });
    const orders = factsOf(sample, "orders").filter(({ ownerName }) => ownerName === "王芳").length;
    expect(counts.find(({ table }) => table === "orders")).toEqual({
      table: "orders",
      removed: 0,
      rewritten: orders,
    });
  });

  test("leaves whole the longer name of a colleague, in their record, in what they own and in texts", () => {
    const wang = sample.rows.members.get(WANG)!;
    const other = { ...wang, id: "m-2" as MemberId, name: "王芳菲", aliases: ["王芳菲菲"] };
    const deal = {
      ...factsOf(sample, "deals")[0]!,
      id: "generic:deals:~泵|王芳菲|2026",
      name: "王芳菲和王芳的单",
    };
    const both = applied([
      putRecords("members", [{ ...other, email: undefined, phone: undefined, employeeNumber: undefined }]),
      putRecords("deals", [{ ...deal, ownerName: "王芳菲" }]),
    ]);
    const { workspace } = without({}, both);
    const { name, aliases } = workspace.rows.members.get("m-2")!;
    expect([name, aliases]).toEqual(["王芳菲", ["王芳菲菲"]]);
    const kept = factsOf(workspace, "deals").find(({ id }) => id === deal.id);
    expect([kept?.name, kept?.ownerName]).toEqual(["王芳菲和Former member 1的单", "王芳菲"]);
    expect(erasePerson(both, anEraseChoice()).others).toEqual(["王芳菲菲", "王芳菲"]);
  });

  test("leaves a contact alone who has the same name, and the id by which the next import knows them", () => {
    const id = "generic:contacts:~王芳|王芳|华为";
    const contact = { id, source: "generic", name: "王芳", customerName: "华为", ownerName: "王芳" };
    const { workspace } = without({}, applied([putRecords("contacts", [contact])]));
    const kept = factsOf(workspace, "contacts").find(({ customerName }) => customerName === "华为");
    expect(kept).toMatchObject({
      id: "generic:contacts:~王芳|Former member 1|华为",
      name: "王芳",
      ownerName: "Former member 1",
    });
  });

  test("keeps what was agreed in a review of theirs without the review", () => {
    const review = [...sample.rows.reviews.values()].find(({ memberId }) => memberId === WANG)!;
    const action = { ...[...sample.rows.actions.values()][0]!, id: "a-agreed", reviewId: review.id };
    const whole = applied([putRecords("actions", [action])]);
    const { workspace } = without({}, whole);
    expect(workspace.rows.actions.get("a-agreed")).not.toHaveProperty("reviewId");
    expect(danglingTexts(whole, workspace)).toEqual([]);
  });

  test("leaves a name alone that another member bears too, and says so", () => {
    const other = {
      ...sample.rows.members.get(WANG)!,
      id: "m-2" as MemberId,
      email: "x@y.z",
      phone: "1",
      employeeNumber: "99",
      aliases: [],
    };
    const twice = {
      ...sample,
      rows: { ...sample.rows, members: new Map(sample.rows.members).set("m-2", other) },
    };
    expect(erasePerson(twice, anEraseChoice()).shared).toEqual(["王芳"]);
    expect(without({}, twice).workspace.rows.members.get("m-2")!.name).toBe("王芳");
  });
});
