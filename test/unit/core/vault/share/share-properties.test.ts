import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { putRecords } from "../../../../../core/base/change.ts";
import type { Change } from "../../../../../core/base/change.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import type { Day } from "../../../../../core/base/day.ts";
import { selectShare } from "../../../../../core/vault/share/select-share.ts";
import { SHARE_AREAS } from "../../../../../core/vault/share/share-scope.ts";
import type { ShareScope } from "../../../../../core/vault/share/share-scope.ts";
import { writeWorkspaceFile } from "../../../../../core/vault/workspace-file.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { MASK_WORDS } from "../../../../builders/vault-share.ts";
import { brokenRecords, danglingTexts, recordsOf } from "../../../../builders/vault-share-checks.ts";
import { standing, workspaceAfter } from "../build-workspace.ts";

/** A text that is in no other record and in nothing else of a file. */
const secret = (of: string) => `§${of}§`;
/** An amount that is nowhere else. */
const PAY = 770_000_000;

const day = fc
  .integer({ min: 1, max: 12 })
  .map((month) => `2026-${String(month).padStart(2, "0")}-15` as Day);
const member = fc.integer({ min: 0, max: 3 }).map((at) => `m${at}`);
const fact = fc.record({
  on: day,
  owner: fc.option(member),
  customer: fc.nat({ max: 3 }),
  deal: fc.option(fc.nat({ max: 5 })),
});
const paid = fc.record({ member, on: day });
const world = fc.record({
  deals: fc.array(fact, { maxLength: 6 }),
  orders: fc.array(fact, { maxLength: 6 }),
  activities: fc.array(fact, { maxLength: 6 }),
  pay: fc.array(paid, { maxLength: 4 }),
  thanks: fc.array(paid, { maxLength: 4 }),
  notes: fc.array(paid, { maxLength: 4 }),
  actions: fc.array(fc.record({ owner: fc.option(member), on: day }), { maxLength: 4 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

const scopes: fc.Arbitrary<ShareScope> = fc.record({
  id: fc.constant("s"),
  members: fc.oneof(
    fc.constant("all" as const),
    fc.uniqueArray(
      member.map((id) => id as MemberId),
      { maxLength: 3 },
    ),
  ),
  groups: fc.constant([]),
  areas: fc.subarray([...SHARE_AREAS]),
  periods: fc.oneof(
    fc.constant("all" as const),
    fc.constant({ from: "2026-04-01" as Day, until: "2026-10-01" as Day }),
  ),
  withPay: fc.boolean(),
  masked: fc.boolean(),
  withNotes: fc.boolean(),
});

const MEMBERS = [0, 1, 2, 3].map((at) => ({
  id: `m${at}`,
  name: secret(`name${at}`),
  email: `${secret(`mail${at}`)}@x.cn`,
  phone: secret(`phone${at}`),
  employeeNumber: secret(`number${at}`),
  aliases: [secret(`alias${at}`)],
  ftePercent: 100,
  interests: {},
  notes: secret(`remark${at}`),
  order: at,
}));

function factsIn(
  table: string,
  facts: World["deals"],
  more: (at: number, one: World["deals"][number]) => object,
) {
  return facts.map((one, at) => ({
    id: `typed:${table}:${at}`,
    source: "typed",
    customerId: `typed:customers:~${secret(`firm${one.customer}`)}`,
    customerName: secret(`firm${one.customer}`),
    ...(one.owner !== null && { ownerName: secret(`alias${one.owner.slice(1)}`) }),
    ...more(at, one),
  }));
}

function workspaceOf(of: World): Workspace {
  return workspaceAfter([putRecords("members", MEMBERS), ...bookOf(of), ...rewardsOf(of), ...talksOf(of)]);
}

function bookOf({ deals, orders, activities }: World): readonly Change[] {
  const customers = [0, 1, 2, 3].map((at) => ({
    id: `typed:customers:~${secret(`firm${at}`)}`,
    name: secret(`firm${at}`),
    phone: secret(`firmphone${at}`),
    ownerName: secret(`alias${at}`),
    source: "typed",
  }));
  const dealId = (at: number | null) => (at === null ? {} : { dealId: `typed:deals:${at}` });
  return [
    putRecords("customers", customers),
    putRecords(
      "deals",
      factsIn("deals", deals, (at, { on }) => ({
        name: secret(`deal${at}`),
        createdOn: on,
        closedOn: on,
        category: "won",
      })),
    ),
    putRecords(
      "orders",
      factsIn("orders", orders, (at, { on, deal }) => ({
        number: secret(`order${at}`),
        on,
        amount: 1,
        ...dealId(deal),
      })),
    ),
    putRecords(
      "activities",
      factsIn("activities", activities, (at, { on, deal }) => ({
        kind: "call",
        on,
        text: secret(`text${at}`),
        ...dealId(deal),
      })),
    ),
  ];
}

function rewardsOf({ pay, thanks }: World): readonly Change[] {
  const adjustments = pay.map(({ member: memberId, on }, at) => ({
    id: `p${at}`,
    memberId,
    periodId: "2026-01",
    kind: "bonus",
    amount: PAY + at,
    reason: secret(`pay${at}`),
    on,
  }));
  const recognitions = thanks.map(({ member: memberId, on }, at) => ({
    id: `r${at}`,
    kind: "thanks",
    memberId,
    on,
    title: "t",
    reason: secret(`thanks${at}`),
    cost: PAY + 100 + at,
  }));
  return [putRecords("payAdjustments", adjustments), putRecords("recognitions", recognitions)];
}

function talksOf({ notes, actions }: World): readonly Change[] {
  const talks = notes.map(({ member: memberId, on }, at) => ({
    id: `n${at}`,
    memberId,
    on,
    text: secret(`note${at}`),
  }));
  const promised = actions.map(({ owner, on }, at) => ({
    id: `a${at}`,
    text: secret(`action${at}`),
    ...(owner !== null && { ownerId: owner }),
    state: "open",
    createdOn: on,
    note: "",
    order: at,
  }));
  return [putRecords("oneToOneNotes", talks), putRecords("actions", promised)];
}

const bytesOf = (workspace: Workspace) =>
  new TextDecoder().decode(writeWorkspaceFile({ ...standing, workspace, journal: [] }));
const shared = (of: World, scope: ShareScope) => selectShare(workspaceOf(of), scope, MASK_WORDS).workspace;
const runs = { numRuns: 150 };

describe("whatever is shared", () => {
  test("nothing that is left out is anywhere in the bytes", () => {
    fc.assert(
      fc.property(world, scopes, (of, scope) => {
        const whole = workspaceOf(of);
        const part = shared(of, scope);
        const bytes = bytesOf(part);
        const leftOut = (
          [
            "deals",
            "orders",
            "activities",
            "payAdjustments",
            "recognitions",
            "oneToOneNotes",
            "actions",
          ] as const
        ).flatMap((table) => {
          const kept = new Set(recordsOf(part, table).map(({ id }) => (scope.masked ? "" : id)));
          return scope.masked ? [] : recordsOf(whole, table).filter(({ id }) => !kept.has(id));
        });
        const marks = leftOut.flatMap(
          (record) => JSON.stringify(record).match(/§(deal|order|text|pay|thanks|note|action)\d+§/g) ?? [],
        );
        expect(marks.filter((mark) => bytes.includes(mark))).toEqual([]);
      }),
      runs,
    );
  });

  test("members who are not chosen are nowhere, by name, address, number or alias", () => {
    fc.assert(
      fc.property(world, scopes, (of, scope) => {
        if (scope.members === "all") return;
        const bytes = bytesOf(shared(of, scope));
        const strangers = MEMBERS.filter(({ id }) => !scope.members.includes(id as MemberId));
        const marks = strangers.flatMap(({ name, email, phone, employeeNumber, notes, aliases }) => [
          name,
          email,
          phone,
          employeeNumber,
          notes,
          ...aliases,
        ]);
        expect(marks.filter((mark) => bytes.includes(mark))).toEqual([]);
      }),
      runs,
    );
  });

  test("without pay no amount or reason of pay is in the bytes", () => {
    fc.assert(
      fc.property(world, scopes, (of, scope) => {
        const bytes = bytesOf(shared(of, { ...scope, withPay: false }));
        expect(bytes).not.toMatch(/§pay\d+§|77000\d{4}/);
      }),
      runs,
    );
  });

  test("without notes no note and no remark is in the bytes", () => {
    fc.assert(
      fc.property(world, scopes, (of, scope) => {
        expect(bytesOf(shared(of, { ...scope, withNotes: false }))).not.toMatch(/§(note|remark)\d+§/);
      }),
      runs,
    );
  });

  test("masked has none of the names, numbers and texts, nor an id that is made of them", () => {
    fc.assert(
      fc.property(world, scopes, (of, scope) => {
        expect(bytesOf(shared(of, { ...scope, masked: true }))).not.toContain("§");
      }),
      runs,
    );
  });

  test("every record fits its schema and no reference leads out", () => {
    fc.assert(
      fc.property(world, scopes, (of, scope) => {
        const part = shared(of, { ...scope, masked: false });
        expect(brokenRecords(part)).toEqual([]);
        expect(danglingTexts(workspaceOf(of), part)).toEqual([]);
      }),
      runs,
    );
  });
});
