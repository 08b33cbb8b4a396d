import { describe, expect, test } from "vitest";
import { putRecords } from "../../../../../core/base/change.ts";
import type { Change } from "../../../../../core/base/change.ts";
import { creditsOf, ownerIndexOf } from "../../../../../core/customer/owner.ts";
import type { GroupId, MemberId } from "../../../../../core/base/id.ts";
import type { Day } from "../../../../../core/base/day.ts";
import type { Money } from "../../../../../core/base/money.ts";
import { applyChanges } from "../../../../../core/vault/apply-changes.ts";
import { mergeCopies } from "../../../../../core/vault/merge/merge-copies.ts";
import { copyIn } from "../../../../../core/vault/merge/opened-copy.ts";
import { selectShare } from "../../../../../core/vault/share/select-share.ts";
import { SHARE_AREAS } from "../../../../../core/vault/share/share-scope.ts";
import type { ShareScope } from "../../../../../core/vault/share/share-scope.ts";
import { readWorkspaceFile, writeWorkspaceFile } from "../../../../../core/vault/workspace-file.ts";
import { factsOf, rowsOf } from "../../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { aSample } from "../../../../builders/vault-sample.ts";
import { aShareScope, MASK_WORDS } from "../../../../builders/vault-share.ts";
import { brokenRecords, danglingTexts, textsOf } from "../../../../builders/vault-share-checks.ts";
import { stampAt, standing } from "../build-workspace.ts";

const sample = aSample();
const share = (changed: Partial<ShareScope> = {}, of = sample) =>
  selectShare(of, aShareScope(changed), MASK_WORDS).workspace;
const applied = (changes: readonly Change[]) => applyChanges(sample, changes, stampAt(1));
const bytesOf = (workspace: Workspace) =>
  new TextDecoder().decode(writeWorkspaceFile({ ...standing, workspace, journal: [], share: aShareScope() }));

const WANG = "m-wang-fang" as MemberId;
const SCOPES: readonly (readonly [string, Partial<ShareScope>])[] = [
  ["everything there is", { withPay: true, withNotes: true }],
  ["everything without pay and notes", {}],
  ["no area", { areas: [] }],
  ["pay without the book", { areas: ["incentive"], withPay: true }],
  ...SHARE_AREAS.map((area): readonly [string, Partial<ShareScope>] => [area, { areas: [area] }]),
  ["one member", { members: [WANG], groups: [], withPay: true, withNotes: true }],
  ["one member masked", { members: [WANG], groups: [], masked: true, withPay: true, withNotes: true }],
  ["a quarter", { periods: { from: "2026-07-01" as Day, until: "2026-10-01" as Day }, withPay: true }],
  [
    "one member in a quarter",
    { members: [WANG], groups: [], periods: { from: "2026-07-01" as Day, until: "2026-10-01" as Day } },
  ],
  ["masked", { masked: true, withPay: true, withNotes: true }],
];

const line = { facts: [], earned: 1 as Money, amount: 1 as Money, steps: [] };
const SPOKEN_LINES = [
  { ...line, key: "adjustment:x1", kind: "adjustment", adjustment: "bonus", label: "产假回来补发差额" },
  {
    ...line,
    key: "change:2025-Q4:r1:result",
    kind: "change",
    ruleKind: "commission",
    label: "华为 二期阀门",
  },
  { ...line, key: "rule:r1", kind: "commission", label: "新签提成" },
] as const;

describe("a share of the sample team", () => {
  test.each(SCOPES)("of %s refers to nothing that it lacks", (_, changed) => {
    expect(
      danglingTexts(sample, changed.masked ? share({ ...changed, masked: false }) : share(changed)),
    ).toEqual([]);
  });

  test.each(SCOPES)("of %s has records that fit their schemas, and reads back", (_, changed) => {
    const workspace = share(changed);
    expect(brokenRecords(workspace)).toEqual([]);
    const read = readWorkspaceFile(new TextEncoder().encode(bytesOf(workspace)));
    expect(read.ok).toBe(true);
  });

  test("of everything is everything", () => {
    const whole = share({ withPay: true, withNotes: true });
    expect(whole.rows).toEqual(sample.rows);
    expect(factsOf(whole, "deals")).toEqual(factsOf(sample, "deals"));
    expect(factsOf(whole, "batchChanges").length).toBe(factsOf(sample, "batchChanges").length);
  });

  test("without pay has no table of pay, no amount of a reward, and levels that bring nothing", () => {
    const { rows } = share();
    expect([
      rows.payPlans.size,
      rows.statements.size,
      rows.payAdjustments.size,
      rows.rewardBudgets.size,
    ]).toEqual([0, 0, 0, 0]);
    expect(rowsOf(share(), "recognitions").some((one) => "cost" in one)).toBe(false);
    expect(rowsOf(share(), "rewardEvents").some((one) => "budget" in one || "spent" in one)).toBe(false);
    expect(rowsOf(share(), "recognitions").length).toBe(sample.rows.recognitions.size);
  });

  test("without notes has none of what is said between two people", () => {
    const { rows } = share();
    expect(rows.oneToOneNotes.size).toBe(0);
    expect([...rows.meetings.values()].some(({ kind }) => kind === "one-to-one")).toBe(false);
    expect([...rows.members.values()].every(({ notes }) => notes === "")).toBe(true);
    expect([...rows.absences.values()].every(({ note }) => note === "")).toBe(true);
  });

  test("of one member has that member alone, and only what is theirs", () => {
    const of = share({ members: [WANG], groups: [], withPay: true, withNotes: true });
    expect([...of.rows.members.keys()]).toEqual([WANG]);
    expect([...of.rows.statements.values()].every(({ memberId }) => memberId === WANG)).toBe(true);
    expect([...of.rows.targets.values()].every(({ subject }) => subject === `member:${WANG}`)).toBe(true);
    expect(of.rows.targets.size).toBeGreaterThan(0);
    expect(factsOf(of, "deals").length).toBeGreaterThan(0);
    expect(factsOf(of, "deals").length).toBeLessThan(factsOf(sample, "deals").length / 2);
  });

  test("of one member takes along the duties and groups of that member and no others", () => {
    const { rows } = share({ members: [WANG], groups: [] });
    const theirs = [...sample.rows.assignments.values()].filter(({ memberId }) => memberId === WANG);
    expect(new Set(rows.duties.keys())).toEqual(new Set(theirs.map(({ dutyId }) => dutyId)));
    expect(rows.duties.size).toBeLessThan(sample.rows.duties.size);
  });

  test("of a group has the targets of the group beside those of its members", () => {
    const group = [...sample.rows.memberships.values()].find(({ memberId }) => memberId === WANG)!.groupId;
    const of = share({ members: [WANG], groups: [group as GroupId] });
    expect(new Set([...of.rows.targets.values()].map(({ subject }) => subject))).toEqual(
      new Set([`member:${WANG}`, `group:${group}`]),
    );
  });

  test("of a quarter has the orders of its days and of its payments, and the customers that they name", () => {
    const of = share({ periods: { from: "2026-07-01" as Day, until: "2026-10-01" as Day } });
    const paid = new Set(factsOf(of, "payments").map(({ orderId }) => orderId));
    const others = factsOf(of, "orders").filter(({ on }) => on < "2026-07-01" || on >= "2026-10-01");
    expect(factsOf(of, "orders").length).toBeGreaterThan(others.length);
    expect(others.filter(({ id }) => !paid.has(id))).toEqual([]);
    expect(
      factsOf(of, "orders").every(({ customerId }) => of.facts.customers.pageIndexById.has(customerId!)),
    ).toBe(true);
  });

  test("masked names nobody: no name, address, number or id of a person or firm is in its bytes", () => {
    const bytes = bytesOf(share({ masked: true, withPay: true, withNotes: true }));
    const said = [
      ...rowsOf(sample, "members").flatMap((one) => [
        one.id,
        one.name,
        one.email,
        one.phone,
        one.employeeNumber,
        ...one.aliases,
      ]),
      ...factsOf(sample, "customers").flatMap((one) => [one.id, one.name, one.phone, one.email, one.address]),
      ...factsOf(sample, "contacts").flatMap((one) => [one.id, one.name, one.phone, one.email]),
      ...factsOf(sample, "deals").flatMap((one) => [one.id, one.name, one.ownerName]),
    ].filter((text): text is string => text !== undefined && text.length > 1);
    expect(said.filter((text) => bytes.includes(text))).toEqual([]);
  });

  test("of one member names nobody who owns a part: not in owners, ids and files of what comes along", () => {
    const other = rowsOf(sample, "members").find(({ id }) => id !== WANG)!.name;
    const batch = { ...[...sample.rows.batches.values()][0]!, id: "b-1", fileName: `${other}的私单.csv` };
    const fact = { source: "generic", customerId: `generic:customers:~远山|${other}`, customerName: "远山" };
    const of = applied([
      putRecords("batches", [batch]),
      putRecords("customers", [{ id: fact.customerId, source: "generic", name: "远山", ownerName: other }]),
      putRecords("deals", [
        { ...fact, id: "generic:deals:1", batchId: "b-1", name: "泵", ownerName: `王芳 60%|${other} 40%` },
      ]),
    ]);
    const part = share({ members: [WANG], groups: [], areas: ["customer"] }, of);
    const deal = factsOf(part, "deals").find(({ id }) => id === "generic:deals:1")!;
    expect(deal).toEqual({
      id: "generic:deals:1",
      source: "generic",
      batchId: "b-1",
      customerName: "远山",
      name: "泵",
      ownerName: "王芳 60%|… 40%",
    });
    expect(part.rows.batches.get("b-1")?.fileName).toMatch(/^file \d+$/);
    expect(bytesOf(part)).not.toContain(other);
  });

  test("of one member takes along customers of others whose ids tell of nobody", () => {
    const other = rowsOf(sample, "members").find(({ id }) => id !== WANG)!.name;
    const id = "generic:customers:~远山";
    const customer = { id, source: "generic", name: "远山", ownerName: other };
    const deal = { id: "generic:deals:1", source: "generic", name: "泵", customerId: id, ownerName: "王芳" };
    const of = applied([putRecords("customers", [customer]), putRecords("deals", [deal])]);
    const part = share({ members: [WANG], groups: [] }, of);
    expect(factsOf(part, "customers").find((one) => one.id === id)).toEqual({
      id,
      source: "generic",
      name: "远山",
    });
  });

  test("of one member, merged back as it is, takes no owner and no name of a file away", () => {
    const other = rowsOf(sample, "members").find(({ id }) => id !== WANG)!.name;
    const batch = [...sample.rows.batches.values()][0]!;
    const deal = { id: "generic:deals:1", source: "generic", name: "泵", batchId: batch.id };
    const workspace = applied([putRecords("deals", [{ ...deal, ownerName: `王芳 60%|${other} 40%` }])]);
    const scope = aShareScope({ members: [WANG], groups: [] });
    const stamp = stampAt(1);
    const theirs = copyIn({ workspace: share(scope, workspace), head: { stamp, share: scope } as never });
    const merged = mergeCopies({ mine: { workspace, stamp }, theirs });
    expect(merged.plan.conflicts).toEqual([]);
    expect(factsOf(merged.workspace, "deals")).toEqual(factsOf(workspace, "deals"));
    expect(merged.workspace.rows.batches).toEqual(workspace.rows.batches);
  });

  test("of one member keeps the figure of a part that others own besides", () => {
    const owned = { ownerName: "王芳 60%|… 40%" };
    expect(creditsOf(owned, ownerIndexOf(sample.rows.members))).toEqual({
      shares: [{ memberId: WANG, share: 600_000 }],
      unassigned: 400_000,
    });
  });

  test("masked says whose records it holds by the numbers that they have there", () => {
    const scope = aShareScope({ members: [WANG], groups: [], masked: true });
    const { scope: said, workspace } = selectShare(sample, scope, MASK_WORDS);
    expect(said.members).toEqual([...workspace.rows.members.keys()]);
    expect(said.members).not.toContain(WANG);
  });

  test("masked names no customer in the titles of meetings and in labels", () => {
    const { name } = factsOf(sample, "customers")[0]!;
    const meeting = { ...[...sample.rows.meetings.values()][0]!, id: "t-1", name, place: `${name} 3 号楼` };
    const step = { ...[...sample.rows.ladderSteps.values()][0]!, id: "l-1", fromTitle: `${name} 驻场` };
    const of = applied([putRecords("meetings", [meeting]), putRecords("ladderSteps", [step])]);
    expect(bytesOf(share({ masked: true }, of))).not.toContain(name);
  });

  test("masked hides in approved statements the reason of an adjustment and the name of a deal", () => {
    const statement = { ...[...sample.rows.statements.values()][0]!, lines: SPOKEN_LINES };
    const of = applied([putRecords("statements", [statement])]);
    const masked = share({ masked: true, withPay: true }, of);
    const { lines } = rowsOf(masked, "statements").find((one) => one.lines.length === SPOKEN_LINES.length)!;
    expect(lines.map(({ label }) => label)).toEqual([
      "hidden",
      expect.stringMatching(/^fact \d+$/),
      "新签提成",
    ]);
  });

  test("masked keeps who owns what", () => {
    const of = share({ masked: true });
    const owned = (workspace: Workspace, name: string) =>
      factsOf(workspace, "orders").filter(({ ownerName }) => ownerName === name).length;
    expect(owned(of, "member 1")).toBe(owned(sample, [...sample.rows.members.values()][0]!.name));
    expect([...of.rows.members.values()][0]!.name).toBe("member 1");
  });

  test("masked has no text that people wrote", () => {
    const of = share({ masked: true });
    const texts = [...of.rows.meetings.values()].flatMap(({ items, progress }) => [
      progress,
      ...items.map(({ notes }) => notes),
    ]);
    expect(new Set(texts)).toEqual(new Set([""]));
    expect(new Set([...of.rows.actions.values()].map(({ text }) => text))).toEqual(new Set(["hidden"]));
    expect([...textsOf([...of.rows.evidence.values()].map(({ text }) => text))].includes("hidden")).toBe(
      true,
    );
  });

  test("leaves the workspace as it was", () => {
    share({ members: [WANG], masked: true });
    expect(sample).toEqual(aSample());
  });

  test("counts what goes out, what comes along and what stays", () => {
    const { counts } = selectShare(sample, aShareScope({ members: [WANG], groups: [] }), MASK_WORDS);
    const members = counts.find(({ table }) => table === "members");
    expect(members).toEqual({ table: "members", out: 1, along: 0, left: 8 });
    for (const { table, out, left } of counts) {
      const all =
        table in sample.rows
          ? sample.rows[table as "members"].size
          : factsOf(sample, table as "deals").length;
      expect([table, out + left]).toEqual([table, all]);
    }
  });
});
